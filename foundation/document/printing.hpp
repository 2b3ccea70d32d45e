#pragma once
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "base/process.hpp"

/// For tests: what an office suite makes of a document that was written here.
namespace caicach::document::testing
{

/// Opened by LibreOffice and printed: its words in their places, pages parted by '\f'. Nothing
/// where it is not installed. Ends the test where it fails.
[[nodiscard]] inline std::optional<std::string> printed_words(std::string_view docx)
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
    const auto text = MUST(run_child(
        {.arguments = {"pdftotext", "-layout", folder.file("draft.pdf"), "-"}, .limits = limits}));
    VERIFY(text.exit_code == 0);
    return text.text;
}

}  // namespace caicach::document::testing
