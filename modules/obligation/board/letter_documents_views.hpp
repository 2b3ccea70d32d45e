#pragma once
#include <string>
#include <vector>

#include "html/html.hpp"
#include "obligation/board/letter_documents.hpp"

namespace caicach::obligation
{

/// How a letter becomes a document.
struct LetterForm {
    std::string action{};
    bool has_report{};  ///< a report to the committee may be chosen beside the notice
    std::vector<identity::PossibleSignature> signatures{};
};
/// The form, and what came of it; nothing for who may not write documents.
void write_letter_documents(html::Writer& out, const Context& context,
                            const LetterDocuments& documents, const LetterForm& form);

}  // namespace caicach::obligation
