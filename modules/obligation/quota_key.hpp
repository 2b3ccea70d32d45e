#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "database/transaction.hpp"
#include "obligation/obligation.hpp"
#include "plan/api.hpp"

/// How the quotas of an item are told apart through all its editions: by what they count and in
/// which periods, never by their place, so that an amendment may reorder and drop them.
namespace caicach::obligation
{

/// "article::month"; ":lan:year" where the unit names no product; "article::month#2" of two alike.
[[nodiscard]] std::string quota_key(const plan::Item& item, std::size_t number);

/// Whether the obligation asks for its product by a quota in that unit ("ít nhất 02 tin, bài"), not
/// by what its item is called.
[[nodiscard]] bool asks_by_unit(const Obligation& obligation);

/// Earlier releases knew quotas by their place, "0", and those handed on of them as "0/17".
[[nodiscard]] Result<bool> has_numbered_quotas(database::Transaction& transaction);
/// Gives those of a plan the keys that the items which asked for them say.
[[nodiscard]] Result<void> name_numbered_quotas(database::Transaction& transaction,
                                                plan::PlanId plan);

}  // namespace caicach::obligation
