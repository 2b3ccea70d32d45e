#pragma once
#include <optional>
#include <string>

#include "identity/api.hpp"
#include "manifest/context.hpp"
#include "personal_data/clocks.hpp"
#include "personal_data/request.hpp"

/// From a request to its answer. Every step writes its line.
namespace caicach::personal_data
{

struct NewRequest {
    RequestKind kind{};
    std::optional<AccountId> account{};
    std::string asker{};    ///< of those without an account: required, as is `contact`
    std::string contact{};  ///< where the answer goes
    std::string wish{};
    organisation::AgencyId agency{};  ///< whose desk
    Date received_on{};
};
/// Files it with the days by which it must be answered. invalid "personal_data.request.…" with the
/// field; conflict "….too_many" where the account has limits::open_requests_per_account_max open.
/// Whether the actor may is asked by who calls: a person for themselves, a clerk for others.
[[nodiscard]] Result<DataRequest> receive(Context& context, database::Transaction& transaction,
                                          const NewRequest& filed);

/// These three need "personal_data.answer" for the request's agency.
[[nodiscard]] Result<void> acknowledge(Context& context, database::Transaction& transaction,
                                       DataRequest& request, bool with_others);
[[nodiscard]] Result<void> extend(Context& context, database::Transaction& transaction,
                                  DataRequest& request, Date until, const std::string& reason);

struct Answer {
    bool is_done{};  ///< otherwise refused
    std::string words{};
    bool is_checked{};  ///< that the right person is meant; asked where it cannot be undone
    identity::AccountCorrection correction{};
};
/// Closes it and, for a person with an account, does what was asked: the correction is written, the
/// account locked (restriction), every consent withdrawn (objection, withdrawal), everything erased
/// that may be (deletion). For others the answer tells what was done outside of the program.
[[nodiscard]] Result<void> answer(Context& context, database::Transaction& transaction,
                                  DataRequest& request, const Answer& given);

}  // namespace caicach::personal_data
