import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readId } from '#app/admin/list-query.ts';
import { signedIn } from '#app/admin/signed-in.ts';
import { CloseTopic } from '#components/newsroom/desk/close-topic.tsx';
import { EditNamed } from '#components/newsroom/desk/edit-named.tsx';
import { RemoveNamed } from '#components/newsroom/desk/remove-named.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { readTopic } from '#lib/topics/read.ts';
import { closeTopic, editTopic, findTopics, removeTopic } from '../actions.ts';
import { topicWords } from '../words.ts';

export const metadata: Metadata = { title: 'Sửa sự kiện' };

export default async function TopicPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await signedIn(`/admin/su-kien/${id}`, 'topic.manage');
  const number = readId(id);
  const topic = number && (await readTopic(actor, number));
  if (!topic) notFound();
  const { name, text, uses, href, closedAt } = topic;
  return (
    <div className="stack">
      <PageHead
        title={name}
        intro={
          <>
            {uses.toLocaleString('vi')} bài · <a href={href}>{href}</a>
          </>
        }
        back={{ href: '/admin/su-kien', label: 'Sự kiện' }}
      >
        <CloseTopic id={topic.id} isClosed={closedAt !== null} close={closeTopic} />
      </PageHead>
      {closedAt && <p className="status-warning">Đã khép lại: bài mới không chọn được sự kiện này.</p>}
      <EditNamed id={topic.id} words={topicWords} initial={{ name, text }} edit={editTopic} />
      <RemoveNamed
        words={topicWords}
        row={{ id: topic.id, name, uses }}
        remove={removeTopic}
        find={findTopics}
      />
    </div>
  );
}
