import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** An error of the compiler, by the file it stands in. */
export interface TypeError {
  readonly file: string;
  readonly message: string;
}

/** Type-checks files of this project as it does itself, some with another text than on the disk, by path from the root. */
export function typeCheck(roots: readonly string[], texts: Readonly<Record<string, string>>): readonly TypeError[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)).config,
    ts.sys,
    process.cwd(),
  );
  const own = new Map(Object.entries(texts).map(([path, text]) => [resolve(path), text]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, directoryExists } = host;
  host.readFile = (path) => own.get(resolve(path)) ?? readFile.call(host, path);
  host.fileExists = (path) => own.has(resolve(path)) || fileExists.call(host, path);
  host.directoryExists = (path) =>
    [...own.keys()].some((file) => dirname(file) === resolve(path)) || directoryExists?.call(host, path) === true;
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, target) => {
    const text = own.get(resolve(path));
    return text === undefined ? getSourceFile(path, target) : ts.createSourceFile(path, text, target);
  };
  const program = ts.createProgram({ rootNames: roots.map((path) => resolve(path)), options, host });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => ({
    file: file ? file.fileName.replace(`${process.cwd()}/`, '') : '',
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}
