// Reads a workbook and saves it with each library: node rewrite.mjs REPORT.xlsx FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import ExcelJS from "exceljs";
import SheetJS from "xlsx";

const [report, folder] = process.argv.slice(2);

const book = new ExcelJS.Workbook();
await book.xlsx.load(readFileSync(report));
await book.xlsx.writeFile(`${folder}/exceljs.xlsx`);

const read = SheetJS.read(readFileSync(report), { cellStyles: true, cellNF: true, bookVBA: false });
for (const kind of ["xlsx", "xls", "ods"]) {
  writeFileSync(`${folder}/sheetjs.${kind}`, SheetJS.write(read, { type: "buffer", bookType: kind === "xls" ? "biff8" : kind, compression: true, bookSST: true }));
}
