// Files that were made to hurt, or merely broke: each gets a clear answer, none costs much.
#include "archive_builder.hpp"
#include "base/process.hpp"
#include "reading.hpp"
#include "text/message.hpp"

namespace caicach::document::testing
{

namespace
{

std::string load(const std::string& path)
{
    std::string bytes;
    if (auto* file = std::fopen(path.c_str(), "rb")) {
        bytes.resize(10'000'000);
        bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
        std::fclose(file);
    }
    return bytes;
}

// Reads bytes as a file of that name.
Result<SourceText> read_as(std::string_view bytes, const std::string& name)
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto path = folder.file(name);
    auto* file = std::fopen(path.c_str(), "wb");
    REQUIRE(file != nullptr);
    std::fwrite(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
    return document::read(path);
}

std::string key_of(std::string_view bytes, const std::string& name)
{
    const auto source = read_as(bytes, name);
    return source ? "was read" : source.error().key;
}

std::string pdf_of_pages(int pages)
{
    constexpr int first = 3;
    std::string kids;
    std::string objects;
    for (int i = first; i < first + pages; ++i) {
        const auto number = std::to_string(i);
        kids += number + " 0 R ";
        objects += number + " 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>\nendobj\n";
    }
    return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 "
           "obj\n<</Type/Pages/Kids[" +
           kids + "]/Count " + std::to_string(pages) + ">>\nendobj\n" + objects +
           "trailer\n<</Size " + std::to_string(first + pages) + "/Root 1 0 R>>\n%%EOF\n";
}

}  // namespace

TEST_CASE("a zip bomb is refused before it is unpacked")
{
    std::string zeros;
    zeros.resize(200'000'000, ' ');
    CHECK(refusal_of(zip_of({{"word/document.xml", zeros}})) == "document.limit.part");
    zeros.resize(20'000'000);
    CHECK(refusal_of(zip_of({{"word/document.xml", zeros}})) == "document.limit.bomb");
}

TEST_CASE("an archive of too many parts is refused")
{
    Parts parts;
    for (int i = 0; i < 5'001; ++i) parts.emplace_back("a" + std::to_string(i), "");
    CHECK(refusal_of(zip_of(parts)) == "document.limit.bomb");
}

TEST_CASE("XML that nests too deep, or names entities, is refused")
{
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<w:p>";
    CHECK(refusal_of(docx_of(deep)) == "document.limit.xml");
    CHECK(refusal_of(zip_of({{"word/document.xml",
                              "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                              "<w:document><w:body>&b;</w:body></w:document>"}})) ==
          "document.xml.has_document_type");
    CHECK(refusal_of(zip_of({{"word/document.xml", "<w:document><w:body>"}})) ==
          "document.xml.damaged");
    CHECK(refusal_of(zip_of({{"word/document.xml", std::string{"<a>\0</a>", 8}}})) ==
          "document.xml.damaged");
}

TEST_CASE("entities do not slip through in UTF-16")
{
    std::string wide;
    for (const char c : std::string{"<!DOCTYPE a><a/>"}) wide += std::string{c, '\0'};
    CHECK(refusal_of(zip_of({{"word/document.xml", wide}})) == "document.xml.has_document_type");
}

TEST_CASE("a truncated file is told from an empty one")
{
    const auto whole = docx_of("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>");
    CHECK(refusal_of(whole.substr(0, whole.size() / 2)) == "document.archive.damaged");
    CHECK(refusal_of("") == "document.empty");
    CHECK(refusal_of(" \r\n\t ", "a.txt") == "document.empty");
    CHECK(refusal_of(docx_of("<w:p/>")) == "document.empty");
}

TEST_CASE("files with a password are recognised")
{
    CHECK(refusal_of(zip_of({{"word/document.xml", "<w:document/>"}}, "mật khẩu")) ==
          "document.encrypted");
    std::string ole{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
    CHECK(refusal_of(ole + "Word.Document.8", "a.doc") == "document.kind.old_word");
    for (const char c : std::string{"EncryptedPackage"}) ole += std::string{c, '\0'};
    CHECK(refusal_of(ole) == "document.encrypted");
}

TEST_CASE("formats that nobody here reads are named")
{
    CHECK(refusal_of("{\\rtf1 abc}", "a.rtf") == "document.kind.rich_text");
    CHECK(refusal_of("<!DOCTYPE html><p>abc", "a.doc") == "document.kind.html");
    CHECK(refusal_of(zip_of({{"ppt/presentation.xml", "<a/>"}})) == "document.kind.presentation");
    CHECK(refusal_of(zip_of({{"a.txt", "abc"}}), "a.zip") == "document.kind.archive");
    CHECK(refusal_of(std::string(100, '\x01')) == "document.kind.unknown");
    // Zeros are no text in UTF-16 either.
    CHECK(refusal_of("MZ" + std::string(500, '\0')) == "document.kind.unknown");
}

TEST_CASE("a file with the wrong ending is read as what it is")
{
    const auto source = read_as(docx_of("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>"), "a.pdf");
    REQUIRE(source);
    CHECK(source->format == "docx");
    CHECK(source->notes == Lines{"document.note.wrong_ending"});
}

TEST_CASE("damaged, locked and endless PDFs are refused")
{
    CHECK(key_of("%PDF-1.7\nnothing", "a.pdf") == "document.pdf.damaged");
    CHECK(key_of(pdf_of_pages(10'000), "a.pdf") == "document.limit.pdf_pages");
    const auto locked = load("foundation/document/test/files/locked.pdf");
    REQUIRE_FALSE(locked.empty());
    CHECK(key_of(locked, "a.pdf") == "document.encrypted");
}

TEST_CASE("a scan without a letter, or a damaged picture, says so")
{
    CHECK(key_of(pdf_of_pages(1), "a.pdf") == "document.scan_without_text");
    CHECK(key_of("\x89PNG\r\n\x1A\nnothing", "a.png") == "document.picture.damaged");
    CHECK(key_of("\xFF\xD8\xFF nothing", "a.jpg") == "document.picture.damaged");
}

TEST_CASE("scans can be left to a job, and stopped")
{
    ReadOptions options;
    options.may_recognise = false;
    const auto left = document::read("data/sample/plan_2026_scan.pdf", options);
    REQUIRE_FALSE(left);
    CHECK(left.error().key == "document.scanned");
}

TEST_CASE("a missing file and a folder are no documents")
{
    CHECK(document::read("/nonexistent").error().key == "document.missing");
    CHECK(document::read("/tmp").error().key == "document.missing");
}

TEST_CASE("every refusal tells the person what to do")
{
    text::Messages messages;
    REQUIRE(messages.add(load("foundation/document/messages/vi.po")));
    CHECK(messages.size() > 25);
    for (const auto key : messages.keys()) {
        CAPTURE(std::string{key});
        const auto sentence = messages.render(key);
        const bool is_note = key.find(".note.") != std::string_view::npos;
        CHECK((is_note || sentence.find("Hãy ") != std::string::npos));
    }
}

}  // namespace caicach::document::testing
