#pragma once
#include <string_view>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "manifest/actor.hpp"

namespace caicach::database
{
class Transaction;
}

/// People and what the house keeps about them: what they agreed to, what they ask, what they get.
/// What is kept is told by each module in its manifest (PersonalDataSection), not here.
namespace caicach::personal_data
{

/// Whether the person has agreed to this purpose of data/reference/consent_purposes.csv, in the
/// wording that holds today, and not taken it back. Silence is no. To be asked by whoever uses data
/// for that purpose, each time. not_found "personal_data.purpose.unknown".
[[nodiscard]] Result<bool> has_consent(database::Transaction& transaction, AccountId account,
                                       std::string_view purpose, Date today);

}  // namespace caicach::personal_data
