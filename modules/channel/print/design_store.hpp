#pragma once
#include <string_view>
#include <vector>

#include "channel/print/design.hpp"
#include "database/transaction.hpp"

namespace caicach::channel
{

/// Rows ↔ designs.
class DesignStore
{
public:
    explicit DesignStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "channel.print.not_found".
    [[nodiscard]] Result<Design> find(std::string_view code);
    [[nodiscard]] Result<Design> find(DesignId id);
    /// One that is or was public.
    [[nodiscard]] Result<Design> find_public(std::string_view slug);
    [[nodiscard]] Result<bool> has_slug(std::string_view slug);
    /// Newest first, behind `before`.
    [[nodiscard]] Result<std::vector<Design>> of_agency(organisation::AgencyId agency,
                                                        DesignId before, int count);
    [[nodiscard]] Result<std::vector<Design>> in_state(DesignState state, DesignId before,
                                                       int count);

    /// Gives id and code.
    [[nodiscard]] Result<void> insert(Design& design);
    /// conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> save(const Design& design);
    [[nodiscard]] Result<void> remove(const Design& design);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::channel
