#include "document/pdf_objects.hpp"

#include <doctest/doctest.h>

#include <string>

#include "document/official_pdf.hpp"
#include "document/pdf_update.hpp"
#include "official_document_sample.hpp"
#include "printed.hpp"
#include "text/text.hpp"

namespace caicach::document::testing
{

namespace
{

std::string sample_pdf() { return MUST(write_pdf(sample_report())); }

PdfFile file_of(const std::string& bytes) { return MUST(PdfFile::read(bytes)); }

/// A file with this object 1, beside the catalog and a page.
std::string file_with(const std::string& object)
{
    std::string bytes = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    const auto add = [&](const std::string& text) {
        offsets.push_back(bytes.size());
        bytes += std::to_string(offsets.size()) + " 0 obj\n" + text + "\nendobj\n";
    };
    add(object);
    add("<< /Type /Catalog /Pages 3 0 R >>");
    add("<< /Type /Pages /Kids [ 4 0 R ] /Count 1 >>");
    add("<< /Type /Page /Parent 3 0 R /MediaBox [0 0 10 10] >>");
    const auto table = bytes.size();
    bytes += "xref\n0 5\n0000000000 65535 f \n";
    for (const auto offset : offsets) {
        auto digits = std::to_string(offset);
        digits.insert(0, 10 - digits.size(), '0');
        bytes += digits + " 00000 n \n";
    }
    return bytes + "trailer\n<< /Size 5 /Root 2 0 R >>\nstartxref\n" + std::to_string(table) +
           "\n%%EOF\n";
}
std::string replaced(const std::string& text, std::string_view what, std::string_view with)
{
    REQUIRE(text.find(what) != std::string::npos);
    return text::replace_all(text, what, with);
}
bool is_refused(const std::string& bytes)
{
    const auto read = PdfFile::read(bytes);
    return !read && read.error().key == "document.pdf.structure";
}

}  // namespace

TEST_CASE("our own pages are read: their objects, streams and pages")
{
    const auto file = MUST(PdfFile::read(sample_pdf()));
    CHECK(file.revisions().size() == 1);
    const auto pages = MUST(file.pages(1));
    CHECK(pages.size() == 6);
    const auto page = MUST(file.object(pages.front().number));
    REQUIRE(page.value.dictionary() != nullptr);
    CHECK(entry_of(*page.value.dictionary(), "Type")->is_name("Page"));
    const auto contents = entry_of(*page.value.dictionary(), "Contents")->reference();
    REQUIRE(contents);
    CHECK(file.stream_of(MUST(file.object(contents->number)))->size() > 500);
    CHECK_FALSE(file.object(9'999));
    CHECK_FALSE(file.object(0));
}

TEST_CASE("values of each kind are read as the standard has them")
{
    const auto value = [](const std::string& text) {
        return MUST(file_of(file_with(text)).object(1)).value;
    };
    CHECK(value("-12").integer() == -12);
    CHECK_FALSE(value("1.5").integer());
    CHECK(value("[1 2 3 0 R]").array()->size() == 3);
    CHECK(value("[ 7 0 R ]").array()->front().reference()->number == 7);
    CHECK(value("/A#20b").is_name("A b"));
    CHECK(std::get<PdfString>(value("(a(b)\\)\\n\\101\\\n)").content).bytes == "a(b))\nA");
    CHECK(std::get<PdfString>(value("<41 4>").content).bytes == "A@");
    CHECK(std::get<bool>(value("true % no (comment\n").content));
    CHECK(std::holds_alternative<std::monostate>(value("null").content));
    const auto held = value("<</A<</B/C>>/D[]>>");
    CHECK(written(held) == "<< /A << /B /C >> /D [ ] >>");
    CHECK(written(value("[(\xE1\xBB) /A#20b true null 1.50]")) ==
          "[ <E1BB> /A#20b true null 1.50 ]");
}

TEST_CASE("what others write otherwise, and what is broken, is refused and not guessed")
{
    const auto good = file_with("<< /A 1 >>");
    CHECK(PdfFile::read(good));
    CHECK(is_refused(""));
    CHECK(is_refused("%PDF-1.4\n"));
    CHECK(is_refused(good + "x"));
    CHECK(is_refused(good.substr(0, good.size() - 3)));
    CHECK(is_refused(replaced(good, "%PDF-1.4", "%PDF-2.0")));
    CHECK(is_refused(replaced(good, "/Root 2 0 R", "/Root 2 0 R /Encrypt 1 0 R")));
    CHECK(is_refused(replaced(good, "/Root 2 0 R", "/Root 2 0 R /XRefStm 9")));
    CHECK(is_refused(replaced(good, "/Root 2 0 R", "/Root 2 0 R /Prev 9")));
    CHECK(is_refused(replaced(good, "65535 f", "65535 n")));
    CHECK(is_refused(replaced(good, "0000000009 00000 n", "0000000009 00001 n")));
    CHECK(is_refused(replaced(good, "0000000009 00000 n", "0000009999 00000 n")));
    CHECK(is_refused(replaced(good, "0000000009 00000 n", "0000000009 00000 f")));
    CHECK(is_refused(replaced(good, "0 5\n", "0 4\n")));
    CHECK(is_refused(replaced(good, "/Size 5", "/Size 5 /Size 6")));
    // The table names an object where another one stands.
    const auto file =
        MUST(PdfFile::read(replaced(good, "0000000009 00000 n", "0000000010 00000 n")));
    CHECK_FALSE(file.object(1));
    // Deeper than anybody writes.
    CHECK(file_of(file_with(std::string(30, '[') + std::string(30, ']'))).object(1));
    CHECK_FALSE(file_of(file_with(std::string(40, '[') + std::string(40, ']'))).object(1));
    CHECK_FALSE(file_of(file_with(std::string(100'000, '['))).object(1));
    for (const auto* broken :
         {"<< /A 1 /A 2 >>", "(a", "<4g>", "<< /A", "<< 1 2 >>", "[1", "abc", "/A#zz"})
        CHECK_MESSAGE(!file_of(file_with(broken)).object(1), std::string(broken));
    const auto cut = file_of(file_with("<< /Length 5000 >>\nstream\nabc\nendstream"));
    CHECK_FALSE(cut.stream_of(MUST(cut.object(1))));
}

TEST_CASE("pages that hold one another are refused")
{
    const auto file =
        MUST(PdfFile::read(replaced(file_with("1"), "/Kids [ 4 0 R ]", "/Kids [ 3 0 R ]")));
    CHECK_FALSE(file.pages(1));
}

TEST_CASE("an update stands behind the file, which stays as it is")
{
    const auto before = sample_pdf();
    const auto file = MUST(PdfFile::read(before));
    PdfUpdate update{file};
    const auto added = update.reserve();
    update.say(added, PdfValue{PdfName{"Mới"}});
    const auto page = MUST(file.pages(1)).front();
    update.say(page, MUST(file.object(page.number)).value);
    const auto after = update.finish();
    CHECK(after.starts_with(before));
    const auto read = MUST(PdfFile::read(after));
    REQUIRE(read.revisions().size() == 2);
    CHECK(read.revisions()[0].end == before.size());
    CHECK(read.revisions()[1].begin == before.size());
    CHECK(read.revisions()[1].end == after.size());
    CHECK(MUST(read.object(added.number)).value.is_name("Mới"));
    CHECK_FALSE(read.object(added.number, 1));
    CHECK(Printed{after}.words() == Printed{before}.words());
    // An update that says of itself that it stands within the file before it.
    const auto digits = std::to_string(before.rfind("startxref"));
    CHECK(is_refused(
        replaced(after, "/Prev " + std::to_string(read.revisions()[0].table), "/Prev " + digits)));
}

}  // namespace caicach::document::testing
