#pragma once
#include <string>
#include <vector>

#include "document/official_document.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "outgoing/api.hpp"
#include "outgoing/number/document_kind.hpp"
#include "outgoing/number/series.hpp"
#include "outgoing/package/hand_over.hpp"
#include "web/components/fault.hpp"

namespace caicach::outgoing
{

/// To whom the document goes or went.
struct ShownDelivery {
    std::string text{};
    std::string marker{};
    std::string agency{};  ///< who reads it here; empty: it goes another way
};

struct DocumentPage {
    Document document{};
    document::OfficialDocument printed{};
    std::string agency{};
    std::string kind{};
    bool needs_signer{};  ///< before it gets its number
    std::vector<Act> acts{};
    bool may_sign{};               ///< or see what was signed
    bool is_signed{};              ///< electronically
    bool has_template{};           ///< of its agency, for its kind
    std::vector<Series> series{};  ///< that may number it today
    std::vector<identity::PossibleSignature> signers{};
    std::vector<ShownDelivery> deliveries{};
    bool may_hand_over{};
    std::optional<HandOver> hand_over{};              ///< to another program
    std::vector<std::vector<std::string>> volumes{};  ///< of its package, behind the first
    std::optional<Document> replaces{};
    std::optional<Document> replaced_by{};
    std::optional<SourceLink> source{};  ///< what it was made of, where the person may see that
    http::Form form{};
    web::Fault fault{};
};
[[nodiscard]] http::Response document_page(const Context& context, const DocumentPage& page);

}  // namespace caicach::outgoing
