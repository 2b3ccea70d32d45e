#pragma once
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "outgoing/document/document.hpp"
#include "outgoing/signing/signature.hpp"
#include "web/components/fault.hpp"

namespace caicach::outgoing
{

struct SigningPage {
    Document document{};
    std::vector<DocumentSignature> signatures{};
    std::string sha256{};  ///< of the part that a token signs; empty: nothing waits
    bool may_sign{};       ///< and its state lets it
    web::Fault fault{};
};
[[nodiscard]] http::Response signing_page(const Context& context, const SigningPage& page);

}  // namespace caicach::outgoing
