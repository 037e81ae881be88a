"""Office Open XML (Word, PowerPoint) -> documents.

| module | turns |
| --- | --- |
| `package`, `markup` | the zip into parts, a part into elements: hardened |
| `signatures` | bytes that are no such file into what they are, and the next step |
| `story`, with `inline`, `cells`, `styles`, `symbols`, `fields` | the elements of a Word part into paragraphs and tables |
| `shapes` | those of a slide |
| `drawings`, `properties` | pictures, charts and diagrams; the properties of a file |
| `insertions` | files inside the file: pictures into texts, others into posts |
| `counting` | paragraphs into paragraphs that know where a person finds them |
| `drafts`, with `forms`, `grids` | paragraphs and tables into posts |
| `manuscript` | what is written into fields that know their places |
| `word`, `powerpoint` | a source into a document |
"""
