// The sample plan is one document in five formats: all must read alike.
#include <algorithm>

#include "reading.hpp"
#include "text/text.hpp"

namespace caicach::document::testing
{

namespace
{

SourceText read_sample(const std::string& name)
{
    auto source = document::read("data/sample/" + name);
    REQUIRE(source);
    return std::move(*source);
}

// Without notes and page numbers, which stand where each format has them.
Lines body_of(const SourceText& source)
{
    auto lines = lines_of(source);
    std::erase_if(lines, [](const std::string& line) {
        return line.starts_with("<sup>") || line.size() <= 2;
    });
    return lines;
}

}  // namespace

TEST_CASE("the Word document, the OpenDocument text and the PDF have the same lines")
{
    const auto docx = read_sample("plan_2026.docx");
    const auto odt = read_sample("plan_2026.odt");
    const auto pdf = read_sample("plan_2026.pdf");
    CHECK(body_of(odt) == body_of(docx));
    CHECK(body_of(pdf) == body_of(docx));
    CHECK(pdf.pages == 4);
    // The last lines are the footnotes, of pages 1 and 2.
    CHECK(pdf.lines[pdf.lines.size() - 5].place.page == 4);
    CHECK(pdf.lines.back().place.page == 2);
    CHECK_FALSE(pdf.scanned);
    for (const auto& source : {docx, odt, pdf}) CHECK(source.notes.empty());
}

TEST_CASE("the annex comes through as rows, with its merged cell in each of them")
{
    for (const auto* name : {"plan_2026.docx", "plan_2026.odt", "plan_2026.pdf"}) {
        CAPTURE(name);
        const auto source = read_sample(name);
        const auto rows = std::count_if(source.lines.begin(), source.lines.end(),
                                        [](const Line& line) { return line.place.table == 1; });
        CHECK(rows == 9);
        const auto fourth = std::find_if(source.lines.begin(), source.lines.end(),
                                         [](const Line& line) { return line.place.row == 5; });
        REQUIRE(fourth != source.lines.end());
        CHECK(text::split(fourth->text, '\t')[2] == "Sở Nội vụ");
    }
}

TEST_CASE("the scan has nearly the same words, and tells its progress")
{
    ReadOptions options;
    int pages_done = 0;
    options.progress = [&](int done, int pages) {
        pages_done = done;
        CHECK(pages == 4);
        return true;
    };
    const auto scan = document::read("data/sample/plan_2026_scan.pdf", options);
    REQUIRE(scan);
    CHECK(scan->scanned);
    CHECK(scan->notes == Lines{"document.note.scanned"});
    CHECK(pages_done == 4);
    const auto expected = body_of(read_sample("plan_2026.docx"));
    const auto read = body_of(*scan);
    const auto same = std::count_if(expected.begin(), expected.end(), [&](const auto& line) {
        return std::find(read.begin(), read.end(), line) != read.end();
    });
    CHECK(static_cast<double>(same) / static_cast<double>(expected.size()) > 0.8);
}

TEST_CASE("a scan that is stopped ends early")
{
    ReadOptions options;
    options.progress = [](int, int) { return false; };
    const auto scan = document::read("data/sample/plan_2026_scan.pdf", options);
    REQUIRE_FALSE(scan);
    CHECK(scan.error().key == "document.stopped");
}

}  // namespace caicach::document::testing
