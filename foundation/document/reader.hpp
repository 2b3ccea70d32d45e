#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/source_text.hpp"

namespace caicach::document
{

struct ReadOptions {
    /// The name that people know the file by; its ending is compared with what the file is. Empty:
    /// the path's own.
    std::string name{};
    /// Told after each page of a scan; answers false to stop (document.stopped).
    std::function<bool(int pages_done, int pages)> progress{};
    /// False: a scan is refused as `document.scanned` rather than read, for callers that must
    /// answer at once and leave scans to a job.
    bool may_recognise{true};
};

/// Reads a document of any known format, known by its content and not by its name, into canonical
/// text: a line for each paragraph (and each hard line break), an empty line between paragraphs, a
/// line with TABs for each row of a table, cells that span columns followed by empty ones, cells
/// that span rows repeated. Numbers of lists stand in the text as the program prints them,
/// footnotes as "<sup>1</sup>" in the text and as lines of that beginning after it. Headers,
/// footers, deleted text and comments are left out.
///
/// Every hostile or unknown file is refused with what to do: unsupported (document.kind.…), invalid
/// (encrypted, damaged, empty), too_large (document.limit.…).
[[nodiscard]] Result<SourceText> read(const std::string& path, const ReadOptions& options = {});

/// The same for bytes in memory of the formats that need no child: docx, odt, xlsx, ods, txt, md.
[[nodiscard]] Result<SourceText> read_bytes(std::string_view bytes, std::string_view name);

}  // namespace caicach::document
