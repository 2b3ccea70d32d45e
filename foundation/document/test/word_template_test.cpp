#include "document/word_template.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "archive_builder.hpp"
#include "document/archive.hpp"
#include "document/limits.hpp"
#include "document/official_document.hpp"
#include "document/printing.hpp"
#include "document/word_tags.hpp"
#include "official_document_sample.hpp"
#include "printed.hpp"
#include "reading.hpp"
#include "text/text.hpp"

namespace caicach::document::testing
{

namespace
{

using json::Value;

std::string run(const std::string& words, const std::string& shape = {})
{
    return "<w:r>" + (shape.empty() ? "" : "<w:rPr>" + shape + "</w:rPr>") +
           "<w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
}
std::string paragraph(const std::string& runs) { return "<w:p>" + runs + "</w:p>"; }
std::string line(const std::string& words) { return paragraph(run(words)); }
std::string row(const std::vector<std::string>& cells)
{
    std::string text = "<w:tr>";
    for (const auto& cell : cells) text += "<w:tc>" + cell + "</w:tc>";
    return text + "</w:tr>";
}
std::string table(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }

constexpr const char* space =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

std::string body_of(const std::string& blocks)
{
    return "<w:document " + std::string(space) + "><w:body>" + blocks + "</w:body></w:document>";
}
WordTemplate form_of(const std::string& blocks, const Parts& more = {})
{
    Parts parts{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", body_of(blocks)}};
    parts.insert(parts.end(), more.begin(), more.end());
    return MUST(read_template(zip_of(parts)));
}
std::string part_in(const std::string& docx, const std::string& name)
{
    const auto archive = MUST(Archive::open(docx));
    return MUST(archive.part(name));
}
/// The body's inner markup, once filled.
std::string filled(const std::string& blocks, const Value& values)
{
    const auto text = part_in(MUST(fill_template(form_of(blocks), values)), "word/document.xml");
    const auto from = text.find("<w:body>") + 8;
    return text.substr(from, text.find("</w:body>") - from);
}
/// The words alone, a line for each paragraph.
std::string words(const std::string& markup)
{
    std::string text;
    for (std::size_t at = 0; at < markup.size();) {
        if (markup[at] != '<') {
            text += markup[at++];
            continue;
        }
        const auto end = markup.find('>', at);
        const auto tag = markup.substr(at, end - at + 1);
        if (tag == "</w:p>" || tag == "<w:p/>" || tag == "<w:p />") text += '\n';
        if (tag.starts_with("<w:br")) text += '|';
        at = end + 1;
    }
    return text;
}
std::string filled_words(const std::string& blocks, const Value& values)
{
    return words(filled(blocks, values));
}

Value late_list()
{
    auto list = Value::array();
    std::vector<Value> rows;
    rows.push_back(Value::object().set("viec", "Rà soát").set("co_quan", "Sở Y tế"));
    rows.push_back(Value::object().set("viec", "Công khai").set("co_quan", "Sở Xây dựng"));
    return Value{std::move(rows)};
}
Value sample_values()
{
    return Value::object()
        .set("so_van_ban", "05/BC-SNV")
        .set("noi_dung", "Dòng một\nDòng hai")
        .set("viec_cham", late_list())
        .set("co_viec_cham", true)
        .set("co_vuong_mac", false);
}
TemplateFields sample_fields()
{
    return {{.name = "so_van_ban", .text = "Số văn bản"},
            {.name = "noi_dung", .text = "Nội dung"},
            {.name = "viec_cham",
             .text = "Việc chậm",
             .kind = TemplateFieldKind::list,
             .columns = {{.name = "viec", .text = "Việc"}, {.name = "co_quan", .text = "Cơ quan"}}},
            {.name = "co_viec_cham", .text = "Có việc chậm", .kind = TemplateFieldKind::condition},
            {.name = "co_vuong_mac", .text = "Có vướng mắc", .kind = TemplateFieldKind::condition}};
}
std::vector<std::string> keys_of(const std::vector<TemplateFault>& faults)
{
    std::vector<std::string> keys;
    keys.reserve(faults.size());
    for (const auto& fault : faults) keys.push_back(fault.key.substr(fault.key.rfind('.') + 1));
    return keys;
}
std::vector<std::string> keys_of(const std::string& blocks)
{
    return keys_of(faults_of(form_of(blocks), sample_fields()));
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("signs are found in a text, escaped and unclosed ones told apart")
{
    const auto found = word_tags("Số ((so_van_ban)), (((không)), ((moi: viec_cham )) ((dở ((a))");
    REQUIRE(found.tags.size() == 3);
    CHECK(found.tags[0].name == "so_van_ban");
    CHECK(found.tags[1].kind == WordTagKind::repeat);
    CHECK(found.tags[1].name == "viec_cham");
    CHECK(found.tags[2].name == "a");
    CHECK(found.escapes.size() == 1);
    CHECK(found.unclosed.size() == 1);
    CHECK(word_tags("(một) (hai) ()").tags.empty());
}

TEST_CASE("a sign that Word has cut into runs is found, and takes the shape of its beginning")
{
    const auto blocks = paragraph(
        run("Số: (", "<w:b/>") + "<w:proofErr w:type=\"spellStart\"/>" + run("(so_", "<w:i/>") +
        "<w:bookmarkStart w:id=\"0\" w:name=\"a\"/>" + run("van_ban", "<w:u/>") +
        run(")", "<w:i/>") + run(") và ((so_van_ban)) hết", "<w:strike/>"));
    const auto text = filled(blocks, sample_values());
    CHECK(words(text) == "Số: 05/BC-SNV và 05/BC-SNV hết\n");
    CHECK(text.find("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">05/BC-SNV</w:t>") !=
          std::string::npos);
    // All other letters stay in their runs.
    CHECK(text.find("<w:rPr><w:strike/></w:rPr><w:t xml:space=\"preserve\"> hết</w:t>") !=
          std::string::npos);
    CHECK(text.find("<w:proofErr") != std::string::npos);
    CHECK(text.find("caicach") == std::string::npos);
}

TEST_CASE("a value of several lines is paragraphs where it stands alone, else broken lines")
{
    CHECK(filled_words(line("((noi_dung))"), sample_values()) == "Dòng một\nDòng hai\n");
    CHECK(filled_words(line("Về: ((noi_dung))."), sample_values()) == "Về: Dòng một|Dòng hai.\n");
    const auto text =
        filled("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>" + run("((noi_dung))") + "</w:p>",
               sample_values());
    CHECK(text.find("both") != text.rfind("both"));
}

TEST_CASE("a row of a table is repeated, paragraphs are, and words are")
{
    const auto rows = table(row({line("STT"), line("Việc")}) +
                            row({line("((moi:viec_cham))((stt))"),
                                 line("((viec)) (((của ((co_quan))((het:viec_cham))")}));
    CHECK(filled_words(rows, sample_values()) ==
          "STT\nViệc\n1\nRà soát ((của Sở Y tế\n2\nCông khai ((của Sở Xây dựng\n");
    const auto paragraphs = line("Trước") + line("((moi:viec_cham))") + line("((stt)). ((viec))") +
                            table(row({line("((co_quan))")})) + line("((het:viec_cham))") +
                            line("Sau");
    CHECK(filled_words(paragraphs, sample_values()) ==
          "Trước\n1. Rà soát\nSở Y tế\n2. Công khai\nSở Xây dựng\nSau\n");
    CHECK(filled_words(line("Gồm: ((moi:viec_cham))((viec)); ((het:viec_cham))hết"),
                       sample_values()) == "Gồm: Rà soát; Công khai; hết\n");
}

TEST_CASE("a condition keeps or drops what it holds, also within a repetition")
{
    CHECK(filled_words(line("A((neu:co_viec_cham))B((het:co_viec_cham))"), sample_values()) ==
          "AB\n");
    CHECK(filled_words(line("A((neu:co_vuong_mac))B((het:co_vuong_mac))C"), sample_values()) ==
          "AC\n");
    CHECK(filled_words(line("((khong:co_vuong_mac))B((het:co_vuong_mac))"), sample_values()) ==
          "B\n");
    const auto nested = line("((moi:viec_cham))") +
                        line("((viec))((neu:co_vuong_mac)) kẹt((het:co_vuong_mac))") +
                        line("((het:viec_cham))");
    CHECK(filled_words(nested, sample_values()) == "Rà soát\nCông khai\n");
    // A text and a list are there where they hold something.
    CHECK(filled_words(line("((neu:so_van_ban))có((het:so_van_ban))"), sample_values()) == "có\n");
    CHECK(filled_words(line("((neu:viec_cham))có((het:viec_cham))"), Value::object()) == "\n");
}

TEST_CASE("what nothing is left of stays a file that Word opens")
{
    const auto empty = Value::object();
    const auto text = filled(
        table(row({line("((moi:viec_cham))((viec))"), line("((het:viec_cham))")})) +
            table(row({line("((moi:viec_cham))") + line("((viec))") + line("((het:viec_cham))")})),
        empty);
    CHECK(text.find("<w:tbl>") == text.rfind("<w:tbl>"));  // the first is gone, the second kept
    CHECK(text.find("<w:tc><w:p") != std::string::npos);
}

TEST_CASE("values are not looked into, and cannot break the file")
{
    const auto values = Value::object()
                            .set("so_van_ban", "<w:p> & ((noi_dung)) \x01 ((moi:viec_cham))")
                            .set("noi_dung", "((noi_dung))\n((so_van_ban))");
    CHECK(filled_words(line("((so_van_ban))"), values) ==
          "&lt;w:p&gt; &amp; ((noi_dung))  ((moi:viec_cham))\n");
    CHECK(filled_words(line("((noi_dung))"), values) == "((noi_dung))\n((so_van_ban))\n");
}

TEST_CASE("heads, feet and notes are filled too, all other parts stay byte by byte")
{
    const std::string head =
        "<w:hdr " + std::string(space) + ">" + line("((so_van_ban))") + "</w:hdr>";
    const std::string picture("\x89PNG\0\x01", 6);
    const auto form = form_of(line("a"), {{"word/header1.xml", head},
                                          {"word/media/a.png", picture},
                                          {"word/styles.xml", "<w:styles/>"}});
    const auto made = MUST(fill_template(form, sample_values()));
    CHECK(words(part_in(made, "word/header1.xml")).find("05/BC-SNV") != std::string::npos);
    CHECK(part_in(made, "word/media/a.png") == picture);
    CHECK(part_in(made, "word/document.xml") == body_of(line("a")));
}

TEST_CASE("all faults are told at once, by place and with the words around them")
{
    const auto blocks =
        line("Tốt ((so_van_ban))") + line("Sai ((so_van_ba))") +
        table(row({line("a"), line("b ((viec)) c")}) + row({line("((het:viec_cham))"), line("d")}));
    const auto faults = faults_of(form_of(blocks), sample_fields());
    CHECK(keys_of(faults) == Keys{"end_alone", "unknown_near", "row_field"});
    CHECK(faults[0].place == "Thân văn bản, bảng 1, dòng 2, ô 1");
    CHECK(faults[1].place == "Thân văn bản, đoạn 2");
    CHECK(faults[1].quote == "Sai ((so_van_ba))");
    CHECK(faults[1].arguments == std::vector<std::string>{"so_van_ba", "so_van_ban"});
    CHECK(faults[2].place == "Thân văn bản, bảng 1, dòng 1, ô 2");
    CHECK(faults[2].quote == "b ((viec)) c");
}

TEST_CASE("each fault has its own words")
{
    CHECK(keys_of(line("((so_van_ban))")).empty());
    CHECK(keys_of(line("(((gì cũng được))")).empty());
    CHECK(keys_of(line("((so_van_ban")) == Keys{"unclosed"});
    CHECK(keys_of(line("((Số văn bản))")) == Keys{"unknown_near"});
    CHECK(keys_of(line("((khác hẳn))")) == Keys{"unknown"});
    CHECK(keys_of(line("((moi:viec_cham))")) == Keys{"no_end"});
    CHECK(keys_of(line("((het:viec_cham))")) == Keys{"end_alone"});
    CHECK(keys_of(line("((neu:viec_cham))((moi:co_viec_cham))((het:viec_cham))")) ==
          Keys{"crossed", "no_list"});
    CHECK(keys_of(line("((moi:viec_cham)) a") + line("((het:viec_cham))")) == Keys{"not_alone"});
    CHECK(keys_of(line("((moi:viec_cham))") + table(row({line("((het:viec_cham))")}))) ==
          Keys{"across"});
    CHECK(keys_of(table(row({line("((moi:viec_cham))")}) + row({line("((het:viec_cham))")}))) ==
          Keys{"across"});
    CHECK(keys_of(line("((stt))")) == Keys{"row_field"});
    CHECK(keys_of(line("((moi:viec_cham))((stt)) ((viec))((het:viec_cham))")).empty());
    CHECK(keys_of(line("((viec_cham))")) == Keys{"no_text"});
    CHECK(keys_of(line("((co_vuong_mac))")) == Keys{"no_text"});
    CHECK(keys_of(line("((moi:so_van_ban))((het:so_van_ban))")) == Keys{"no_list"});
    CHECK(keys_of("<w:p><w:ins>" + run("a") + "</w:ins></w:p>") == Keys{"changes"});
    CHECK(keys_of("<w:p><w:r><w:instrText>IF ((a))</w:instrText></w:r></w:p>") == Keys{"hidden"});
    CHECK(keys_of("<w:p><w:r><w:pict><w:txbxContent>" + line("((so_van_ban))") +
                  "</w:txbxContent></w:pict></w:r></w:p>") == Keys{"boxed"});
    std::string deep;
    for (std::size_t at = 0; at <= limits::template_depth_max; ++at) deep += "((neu:co_viec_cham))";
    CHECK(keys_of(line(deep)).front() == "too_deep");
    std::string many;
    for (std::size_t at = 0; at <= limits::template_tags_max; ++at) many += "((so_van_ban))";
    CHECK(keys_of(line(many)) == Keys{"too_many"});
    CHECK_FALSE(fill_template(form_of(line("((moi:viec_cham))")), sample_values()));
}

TEST_CASE("macros, objects of others and what lies elsewhere are refused, links are not")
{
    const auto keys = [](const Parts& parts) {
        return keys_of(faults_of(form_of(line("a"), parts), sample_fields()));
    };
    const auto link = [](const std::string& type) {
        return "<Relationships><Relationship Id=\"a\" Type=\"http://x/" + type +
               "\" Target=\"http://la.vn/a\" TargetMode=\"External\"/></Relationships>";
    };
    const std::string place = "word/_rels/document.xml.rels";
    CHECK(keys({{place, link("hyperlink")}}).empty());
    CHECK(keys({{place, link("image")}}) == Keys{"elsewhere"});
    CHECK(keys({{place, link("attachedTemplate")}}) == Keys{"elsewhere"});
    CHECK(keys({{place, link("oleObject")}}) == Keys{"objects", "elsewhere"});
    CHECK(keys({{"word/vbaProject.bin", "a"}}) == Keys{"macros"});
    CHECK(keys({{"word/embeddings/a.bin", "a"}}) == Keys{"objects"});
    CHECK(keys({{place, "<hỏng"}}) == Keys{"broken_part"});
}

TEST_CASE("what is no Word file is refused")
{
    for (const auto& bytes : {std::string{}, std::string{"abc"}, zip_of({{"a.txt", "a"}})}) {
        const auto refused = read_template(bytes);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "document.template.no_word");
    }
    const auto large = read_template(std::string(limits::template_bytes_max + 1, 'a'));
    REQUIRE_FALSE(large);
    CHECK(large.error().key == "document.limit.template");
}

TEST_CASE("repetitions within repetitions end where a document would be too large")
{
    std::vector<Value> thousand(1'000, Value::object());
    const auto values = Value::object().set("viec_cham", Value{std::move(thousand)});
    std::string blocks = line("x");
    for (int depth = 0; depth < 3; ++depth)
        blocks = line("((moi:viec_cham))") + blocks + line("((het:viec_cham))");
    const auto refused = fill_template(form_of(blocks), values);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "document.limit.official");
}

TEST_CASE("filled with its own signs a template says what it said, however Word has cut it")
{
    std::size_t seed = 2026;
    const auto number = [&](std::size_t below) {
        seed = (seed * 1'103'515'245 + 12'345) % 2'147'483'648;
        return seed / 65'536 % below;
    };
    const std::vector<std::string> pieces{
        "a", "((so_van_ban))", " (b) ", "((noi_dung))", "(", "đ", "((khac))", "))", " ", "))("};
    auto values = Value::object();
    for (const auto* name : {"so_van_ban", "noi_dung", "khac"})
        values.set(name, "((" + std::string(name) + "))");
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (auto count = number(12) + 1; count > 0; --count) text += pieces[number(pieces.size())];
        // Blanks around a paragraph that holds nothing but a sign go with it.
        const auto found = word_tags(text);
        if (!found.escapes.empty() || !found.unclosed.empty() ||
            std::ranges::any_of(found.tags,
                                [&](const WordTag& tag) { return !values.has(tag.name); }))
            continue;
        std::string runs;
        for (std::size_t at = 0; at < text.size();) {
            auto size = number(6);
            while (at + size < text.size() &&
                   (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U)
                ++size;
            runs += run(text.substr(at, size), number(2) == 0 ? "<w:b/>" : "");
            at += size;
        }
        CHECK_MESSAGE(filled_words(paragraph(runs), values) == text + "\n", text);
    }
}

TEST_CASE("a filled template of an office is a document that an office suite opens")
{
    auto document = sample_report();
    document.body = {official_paragraph("((moi:viec_cham))"),
                     official_paragraph("((stt)). ((viec)) – ((co_quan))"),
                     official_paragraph("((het:viec_cham))"), official_paragraph("((noi_dung))")};
    document.number = "((so_van_ban))";
    document.annexes.clear();
    const auto docx = MUST(write_docx(document));
    auto form = MUST(read_template(docx));
    // Our writer closes the body.
    for (auto& part : form.parts) part.content = text::replace_all(part.content, "))./.", "))");
    CHECK(faults_of(form, sample_fields()).empty());
    const auto made = MUST(fill_template(form, sample_values()));
    const auto lines = lines_of(made);
    CHECK(std::ranges::count(lines, "1. Rà soát – Sở Y tế") == 1);
    CHECK(std::ranges::any_of(
        lines, [](const std::string& one) { return one.find("05/BC-SNV") != std::string::npos; }));
    const auto printed = printed_by_office(made);
    if (!printed) {
        MESSAGE("soffice is not installed: nothing was opened");
        return;
    }
    const auto text = Printed{*printed}.words();
    CHECK(text.find("2. Công khai – Sở Xây dựng") != std::string::npos);
    CHECK(text.find("Dòng hai") != std::string::npos);
    CHECK(text.find("((") == std::string::npos);
}

}  // namespace caicach::document::testing
