#include "plan/coordination.hpp"

#include <algorithm>

#include "organisation/api.hpp"

namespace caicach::plan
{

Result<void> coordinated_on(database::Transaction& transaction, std::span<Edition> editions,
                            Date today)
{
    if (editions.empty()) return {};
    const auto succession = TRY(organisation::succession(transaction));
    for (auto& edition : editions) {
        const auto heirs = succession.heirs(edition.coordinator, edition.day(), today);
        const bool goes_on = std::ranges::any_of(heirs, [&](const organisation::Heir& heir) {
            return heir.agency == edition.coordinator;
        });
        if (goes_on || heirs.empty()) continue;
        edition.coordinator =
            std::ranges::max_element(heirs, {}, &organisation::Heir::share)->agency;
    }
    return {};
}

}  // namespace caicach::plan
