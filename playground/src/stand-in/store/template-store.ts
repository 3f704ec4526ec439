import type { JsonObject } from '../json.js';
import type { Sql } from './database.js';

/** A template as the Graph API lists it. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly status: string;
  readonly category: string;
  readonly sub_category?: string;
  readonly parameter_format: 'NAMED' | 'POSITIONAL';
  readonly components: readonly JsonObject[];
  readonly rejected_reason?: string;
  readonly quality_score?: JsonObject;
}

interface Row {
  readonly doc: string;
}

const parse = (row: Row): Template => JSON.parse(row.doc) as Template;

/** The templates of the WhatsApp Business Account. */
export class TemplateStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  all(): Template[] {
    return this.#sql.all<Row>('select doc from templates order by seq').map(parse);
  }

  find(name: string, language: string): Template | undefined {
    const row = this.#sql.get<Row>('select doc from templates where name = ? and language = ?', name, language);
    return row && parse(row);
  }

  get(id: string): Template | undefined {
    const row = this.#sql.get<Row>('select doc from templates where id = ?', id);
    return row && parse(row);
  }

  save(template: Template): void {
    this.#sql.run(
      `insert into templates (id, name, language, doc) values (?, ?, ?, ?)
       on conflict (id) do update set doc = excluded.doc`,
      template.id,
      template.name,
      template.language,
      JSON.stringify(template),
    );
  }

  delete(id: string): void {
    this.#sql.run('delete from templates where id = ?', id);
  }
}
