#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// A row of the list.
struct ListedAccount {
    Account account{};
    std::string agency{};
    std::string roles{};  ///< "Biên tập, Theo dõi"
};
struct AccountsPage {
    std::string typed{};
    std::vector<ListedAccount> accounts{};  ///< of this page of the list
    std::size_t first{};                    ///< how many stand before it
    std::size_t found{};                    ///< in all
    std::string previous_path{};
    std::string next_path{};
    std::int64_t left_behind{};  ///< people whose agency, or a role's branch, has ended
};
[[nodiscard]] http::Response accounts_page(const Context& context, const AccountsPage& page);

/// What a form of a role offers: the agencies that the actor administers.
struct BranchChoices {
    std::vector<organisation::AgencySummary> agencies{};
    bool has_whole_province{};
};

struct NewAccountPage {
    std::string name{};
    std::string user_name{};
    std::string agency{};  ///< a code
    std::string role{};    ///< a key
    std::string branch{};  ///< a code, whole_province_value, or empty: the agency itself
    bool by_mail{};        ///< the invitation goes to the user name, nothing is printed
    BranchChoices choices{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response new_account_page(const Context& context, const NewAccountPage& page);

/// A role that the account holds.
struct GrantView {
    std::string role{};         ///< key
    std::string role_text{};    ///< "Biên tập"
    std::string branch{};       ///< code, or whole_province_value
    std::string branch_name{};  ///< "Sở Y tế", "Toàn tỉnh"
};
struct AccountPage {
    Account account{};
    std::string agency{};
    std::vector<GrantView> grants{};
    bool may_change{};  ///< the actor administers all that the account reaches
    bool has_second_factor{};
    BranchChoices choices{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response account_page(const Context& context, const AccountPage& page);

/// Asks once more before an account is disabled.
[[nodiscard]] http::Response disabling_page(const Context& context, const Account& account);

}  // namespace caicach::identity
