#pragma once
#include <cstddef>
#include <optional>

#include "document/pdf_fields.hpp"
#include "document/pdf_file.hpp"

namespace caicach::document
{

/// Whether that revision, from 1, adds a signature over all that is there with it, and changes
/// nothing that is read or shown besides. Who may sign may change nothing that others signed.
[[nodiscard]] Result<bool> only_signs(const PdfFile& file, std::size_t revision);

/// The revision up to whose end all bytes are signed but those of the signature itself; nothing
/// where something else is left out.
[[nodiscard]] std::optional<std::size_t> revision_signed_by(const PdfFile& file,
                                                            const PdfSignatureField& field);

}  // namespace caicach::document
