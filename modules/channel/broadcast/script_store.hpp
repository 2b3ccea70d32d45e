#pragma once
#include <string_view>
#include <vector>

#include "channel/broadcast/script.hpp"
#include "database/transaction.hpp"

namespace caicach::channel
{

/// Rows ↔ scripts.
class ScriptStore
{
public:
    explicit ScriptStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "channel.script.not_found".
    [[nodiscard]] Result<Script> find(std::string_view code);
    [[nodiscard]] Result<Script> find(ScriptId id);
    /// In their order.
    [[nodiscard]] Result<std::vector<ScriptPart>> parts(ScriptId id);

    /// Newest first, behind `before`.
    [[nodiscard]] Result<std::vector<Script>> of_agency(organisation::AgencyId agency,
                                                        ScriptId before, int count);
    [[nodiscard]] Result<std::vector<Script>> in_state(ScriptState state, ScriptId before,
                                                       int count);
    /// At which the agency's last script is read; nothing where it has none.
    [[nodiscard]] Result<std::optional<std::int64_t>> last_speed(organisation::AgencyId agency);

    /// Gives id and code.
    [[nodiscard]] Result<void> insert(Script& script);
    /// conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> save(const Script& script);
    [[nodiscard]] Result<void> save_parts(ScriptId id, const std::vector<ScriptPart>& parts);
    [[nodiscard]] Result<void> remove(const Script& script);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::channel
