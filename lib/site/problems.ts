// What can stand in the way of a newsroom's action. Each has a message for the person who asked.

/** Nobody is signed in, or no longer. */
export class SignedOut extends Error {
  constructor() {
    super('Phiên làm việc đã hết. Hãy đăng nhập lại; những gì đã viết vẫn còn trong trình duyệt.');
  }
}

/** The person's role or sections do not reach that far. */
export class NotAllowed extends Error {
  constructor(message = 'Bạn không có quyền làm việc này.') {
    super(message);
  }
}

/** What was given can't be taken; `fields` says what is wrong with which, by the fields' names. */
export class Invalid extends Error {
  readonly fields: Readonly<Record<string, string>>;
  constructor(message: string, fields: Record<string, string> = {}) {
    super(message);
    this.fields = fields;
  }
}

/** It is not there (any more). */
export class Missing extends Error {
  constructor(message = 'Không tìm thấy. Có thể người khác vừa xóa.') {
    super(message);
  }
}

/** Somebody else changed it meanwhile, or it no longer stands where the action begins. */
export class Conflict extends Error {}
