#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "channel/media/placement.hpp"
#include "database/transaction.hpp"

namespace caicach::channel
{

/// Which placements of an agency, newest day first.
struct PlacementQuery {
    organisation::AgencyId agency{};
    std::string kind{};   ///< empty: all
    std::string state{};  ///< a key; empty: all
    Date from{};
    Date to{};
    Date before_day{};  ///< behind this day and id
    PlacementId before{};
    int limit{};
};

/// Rows ↔ placements.
class PlacementStore
{
public:
    explicit PlacementStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "channel.placement.not_found".
    [[nodiscard]] Result<Placement> find(std::string_view code);
    /// One that stands and is the same thing.
    [[nodiscard]] Result<std::optional<Placement>> same_as(const Placement& placement);
    [[nodiscard]] Result<std::optional<Placement>> of_file(attachment::AttachmentId file);
    [[nodiscard]] Result<std::vector<Placement>> list(const PlacementQuery& query);
    /// How many of an agency wait for a second person.
    [[nodiscard]] Result<std::int64_t> waiting(organisation::AgencyId agency);

    /// Gives id and code.
    [[nodiscard]] Result<void> insert(Placement& placement);
    /// conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> save(const Placement& placement);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::channel
