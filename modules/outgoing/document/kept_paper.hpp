#pragma once
#include <optional>
#include <string>

#include "manifest/context.hpp"
#include "outgoing/document/document.hpp"

/// The files of a document with a number, drawn once and kept byte for byte: what is printed,
/// signed and sent is the same.
namespace caicach::outgoing
{

/// Where they lie.
struct KeptPaper {
    std::string pdf_path{};
    std::string docx_path{};
};
[[nodiscard]] Result<std::optional<KeptPaper>> kept_paper_of(const Context& context,
                                                             database::Transaction& transaction,
                                                             DocumentId document);

/// Once; does nothing where they are kept already. It draws and scans: no transaction is open.
/// conflict "outgoing.document.not_numbered" of a draft; unavailable "document.font_missing".
[[nodiscard]] Result<void> keep_paper(Context& context, DocumentId document);

}  // namespace caicach::outgoing
