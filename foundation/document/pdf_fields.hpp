#pragma once
#include <string>
#include <vector>

#include "document/pdf_file.hpp"
#include "document/pdf_objects.hpp"

namespace caicach::document
{

/// A place for a signature in a file, with what was signed.
struct PdfSignatureField {
    std::string name{};
    PdfReference field{};
    PdfReference signature{};
    PdfDictionary entries{};  ///< of the signature
};

/// Those that hold a signature, as that many revisions have them. Fields within fields are none of
/// ours. unsupported "document.pdf.structure"; too_large "document.limit.signatures".
[[nodiscard]] Result<std::vector<PdfSignatureField>> signature_fields(const PdfFile& file,
                                                                      std::size_t revisions);

/// The file's form and the references to its fields; empty where it has none.
struct PdfForm {
    PdfDictionary entries{};
    PdfArray fields{};
};
[[nodiscard]] Result<PdfForm> form_of(const PdfFile& file, std::size_t revisions);

/// Text of a file as UTF-8, and the other way.
[[nodiscard]] std::string text_of(const PdfString& string);
[[nodiscard]] PdfString pdf_text(std::string_view text);

}  // namespace caicach::document
