#pragma once
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "outgoing/api.hpp"
#include "outgoing/list/recipient_list.hpp"
#include "outgoing/number/document_kind.hpp"
#include "web/components/fault.hpp"

/// The form by which a person writes a document, or changes who gets one that the program wrote.
namespace caicach::outgoing
{

struct DocumentFormPage {
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< for whom the person may write
    std::vector<DocumentKind> kinds{};
    std::vector<identity::PossibleSignature> signers{};
    std::vector<RecipientList> lists{};
    std::optional<Document> document{};  ///< none: a new one
    std::string key{};                   ///< of one sending
    std::string taken_keys{};
    http::Form form{};
    web::Fault fault{};

    /// Body and kind are a person's to change where a person wrote them.
    [[nodiscard]] bool has_body() const { return !document || document->is_by_hand(); }
};
[[nodiscard]] http::Response document_form_page(const Context& context,
                                                const DocumentFormPage& page);

}  // namespace caicach::outgoing
