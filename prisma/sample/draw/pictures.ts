/** Every picture of the sample newspaper, by file name. */
import * as charts from './charts.ts';
import * as city from './city.ts';
import * as civic from './civic.ts';
import * as craft from './craft.ts';
import * as crossing from './crossing.ts';
import * as culture from './culture.ts';
import * as energy from './energy.ts';
import * as festival from './festival.ts';
import * as fields from './fields.ts';
import * as flood from './flood.ts';
import * as health from './health.ts';
import * as industry from './industry.ts';
import * as land from './land.ts';
import * as mangrove from './mangrove.ts';
import * as market from './market.ts';
import * as nature from './nature.ts';
import * as portraits from './portraits.ts';
import * as reef from './reef.ts';
import * as river from './river.ts';
import * as running from './running.ts';
import type { Scene } from './scene.ts';
import * as school from './school.ts';
import * as sport from './sport.ts';
import * as streets from './streets.ts';
import * as study from './study.ts';
import * as town from './town.ts';
import * as waterSport from './water-sport.ts';
import * as work from './work.ts';

export const pictures: Readonly<Record<string, () => Scene>> = {
  'bridge-dawn': river.bridgeDawn,
  'bridge-night': river.bridgeNight,
  'bridge-works': river.bridgeWorks,
  'bridge-walkers': crossing.bridgeWalkers,
  ferry: crossing.ferry,
  'river-flood': flood.riverFlood,
  'flood-boat': flood.floodBoat,
  dyke: flood.dyke,
  'storm-clouds': flood.stormClouds,
  'flood-chart': charts.floodChart,
  'street-rain': streets.streetRain,
  'old-quarter': city.oldQuarter,
  'night-market': city.nightMarket,
  'bus-stop': city.busStop,
  traffic: streets.traffic,
  'sidewalk-trees': streets.sidewalkTrees,
  'apartment-blocks': town.apartmentBlocks,
  'city-skyline': town.citySkyline,
  'train-station': town.trainStation,
  'council-hall': civic.councilHall,
  'press-room': civic.pressRoom,
  'port-containers': industry.portContainers,
  'factory-line': industry.factoryLine,
  'solar-farm': energy.solarFarm,
  'wind-turbines': energy.windTurbines,
  'rice-field': fields.riceField,
  terraces: land.terraces,
  greenhouse: land.greenhouse,
  'fish-market': market.fishMarket,
  'shrimp-pond': fields.shrimpPond,
  'tea-hill': land.teaHill,
  'mat-weaving': craft.matWeaving,
  pottery: craft.pottery,
  'price-chart': charts.priceChart,
  'startup-office': work.startupOffice,
  'bank-counter': work.bankCounter,
  classroom: school.classroom,
  'school-yard': school.schoolYard,
  library: study.library,
  'university-lab': study.universityLab,
  'exam-chart': charts.examChart,
  'hospital-corridor': health.hospitalCorridor,
  vaccination: health.vaccination,
  'market-vegetables': market.marketVegetables,
  'morning-exercise': running.morningExercise,
  'football-match': sport.footballMatch,
  'football-fans': sport.footballFans,
  marathon: running.marathon,
  swimming: waterSport.swimming,
  'lantern-festival': festival.lanternFestival,
  'boat-race': waterSport.boatRace,
  museum: culture.museum,
  'theatre-stage': culture.theatreStage,
  'book-fair': festival.bookFair,
  'portrait-woman': portraits.portraitWoman,
  'portrait-man': portraits.portraitMan,
  'portrait-scientist': portraits.portraitScientist,
  'coral-reef': reef.coralReef,
  lighthouse: nature.lighthouse,
  observatory: nature.observatory,
  'drone-field': fields.droneField,
  mangrove: mangrove.mangrove,
};
