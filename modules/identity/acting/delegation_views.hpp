#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "identity/accounts/account_views.hpp"
#include "identity/acting/delegation.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

[[nodiscard]] inline std::string delegations_path() { return "/uy-quyen"; }
[[nodiscard]] inline std::string new_delegation_path() { return "/uy-quyen/moi"; }
[[nodiscard]] inline std::string delegation_ends_path() { return "/uy-quyen/ket-thuc"; }
[[nodiscard]] inline std::string delegation_paper_path(DelegationId delegation)
{
    return "/uy-quyen/giay-uy-quyen.docx?uy_quyen=" + std::to_string(delegation.value);
}
[[nodiscard]] inline std::string printed_delegation_paper_path(DelegationId delegation)
{
    return "/uy-quyen/giay-uy-quyen.pdf?uy_quyen=" + std::to_string(delegation.value);
}

/// A delegation in words.
struct DelegationView {
    DelegationId id{};
    std::string other{};  ///< to whom it was given, or by whom: name and agency
    std::string role{};
    std::string branch{};
    std::string days{};  ///< "16/03/2026 – 30/03/2026"
    std::string document{};
    std::string made_by{};
    DelegationState state{};
    std::string ended_by{};
};

/// Whose page it is: the actor's own, or somebody's that they administer.
struct DelegationsOwner {
    std::string name{};
    std::string code{};  ///< empty: the actor's own
};

struct DelegationsPage {
    DelegationsOwner owner{};
    std::vector<DelegationView> given{};
    std::vector<DelegationView> received{};
    bool may_give{};  ///< holds something that can be delegated, and acts for themselves
};
[[nodiscard]] http::Response delegations_page(const Context& context, const DelegationsPage& page);

/// What the form offers; values are "editor SYT": a role and the branch on which it is held.
struct NewDelegationPage {
    DelegationsOwner owner{};
    std::vector<GrantView> held{};                        ///< that may be delegated
    std::vector<ListedAccount> people{};                  ///< who may receive
    std::vector<organisation::AgencySummary> branches{};  ///< within what is held
    bool has_whole_province{};
    http::Form form{};
};
[[nodiscard]] http::Response new_delegation_page(const Context& context,
                                                 const NewDelegationPage& page);

}  // namespace caicach::identity
