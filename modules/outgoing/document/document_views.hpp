#pragma once
#include <string>
#include <vector>

#include "document/official_document.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "outgoing/document/document.hpp"
#include "outgoing/number/document_kind.hpp"
#include "outgoing/number/series.hpp"
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
    std::vector<Act> acts{};
    std::vector<Series> series{};  ///< that may number it today
    std::vector<identity::PossibleSignature> signers{};
    std::vector<ShownDelivery> deliveries{};
    std::optional<Document> replaces{};
    std::optional<Document> replaced_by{};
    http::Form form{};
    web::Fault fault{};
};
[[nodiscard]] http::Response document_page(const Context& context, const DocumentPage& page);

}  // namespace caicach::outgoing
