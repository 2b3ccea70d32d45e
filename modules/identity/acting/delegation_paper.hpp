#pragma once
#include <string>

#include "base/result.hpp"
#include "document/official_document.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/acting/delegation.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// What a delegation says on paper, as things were called on the day when it was made.
struct DelegationPaper {
    struct Person {
        std::string name{};
        std::string title{};  ///< of the post at the agency; may be empty
        std::string agency{};
    };

    Delegation delegation{};
    organisation::Letterhead head{};
    Person delegator{};
    Person delegate{};
    std::string branch{};  ///< "Sở Y tế"; empty: the whole province
    SignatureBlock signature{};
};
/// "Giấy ủy quyền", to be signed. Pure.
[[nodiscard]] document::OfficialDocument document_of(const DelegationPaper& paper);

/// GET /uy-quyen/giay-uy-quyen.docx, with the id in "uy_quyen": for the two people and for who
/// administers one of them; for others it is not there. conflict "identity.delegation.over".
[[nodiscard]] Result<http::Response> download_delegation_paper(Context& context,
                                                               const http::Request& request);
/// GET /uy-quyen/giay-uy-quyen.pdf: the same, as pages.
[[nodiscard]] Result<http::Response> download_printed_delegation_paper(
    Context& context, const http::Request& request);

}  // namespace caicach::identity
