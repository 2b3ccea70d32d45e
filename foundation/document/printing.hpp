#pragma once
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include "base/process.hpp"

/// For tests: what other programs make of a document that was written here.
namespace caicach::document::testing
{

/// Opened by LibreOffice and printed: the bytes of a PDF. Nothing where it is not installed. Ends
/// the test where it fails.
[[nodiscard]] inline std::optional<std::string> printed_by_office(std::string_view docx)
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto path = folder.file("draft.docx");
    std::ofstream{path, std::ios::binary} << docx;
    const ChildLimits limits{.wall_seconds = 120, .cpu_seconds = 120, .memory_bytes = 16ULL << 30U};
    const auto printed = run_child(
        {.arguments = {"soffice", "-env:UserInstallation=file://" + folder.file("office"),
                       "--headless", "--convert-to", "pdf", "--outdir", folder.path(), path},
         .environment = {"HOME=" + folder.path()},
         .limits = limits});
    if (!printed && printed.error().key == "base.process.missing") return {};
    VERIFY(printed.has_value());
    std::ostringstream bytes;
    bytes << std::ifstream{folder.file("draft.pdf"), std::ios::binary}.rdbuf();
    return bytes.str();
}

/// The words of a PDF in their places, pages parted by '\f'. Ends the test where it fails.
[[nodiscard]] inline std::string words_of_pdf(std::string_view pdf)
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto path = folder.file("draft.pdf");
    std::ofstream{path, std::ios::binary} << pdf;
    const auto text = MUST(run_child({.arguments = {"pdftotext", "-layout", path, "-"}}));
    VERIFY(text.exit_code == 0);
    return text.text;
}

/// What LibreOffice prints of a Word file. Nothing where it is not installed.
[[nodiscard]] inline std::optional<std::string> printed_words(std::string_view docx)
{
    const auto pdf = printed_by_office(docx);
    if (!pdf) return {};
    return words_of_pdf(*pdf);
}

}  // namespace caicach::document::testing
