#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "channel/screen/screen.hpp"
#include "database/transaction.hpp"

namespace caicach::channel
{

/// What a screen showed of one thing on one day, as its player says.
struct Shown {
    Date day{};
    std::string code{};
    std::string title{};
    std::int64_t plays{};
    std::int64_t seconds{};
};

/// Rows ↔ screens and what they showed.
class ScreenStore
{
public:
    explicit ScreenStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "channel.screen.not_found".
    [[nodiscard]] Result<Screen> find(std::string_view code);
    [[nodiscard]] Result<Screen> find(ScreenId id);
    [[nodiscard]] Result<std::optional<Screen>> of_token(std::string_view token_hash);
    [[nodiscard]] Result<std::optional<Screen>> waiting_for(std::string_view pairing_code);
    /// Those in use.
    [[nodiscard]] Result<std::vector<Screen>> of_agency(organisation::AgencyId agency);

    /// Gives id and code.
    [[nodiscard]] Result<void> insert(Screen& screen);
    /// conflict "base.changed_meanwhile". `screen` has the next version then.
    [[nodiscard]] Result<void> save(Screen& screen);
    [[nodiscard]] Result<void> see(const Screen& screen);
    /// False where that proof was taken before.
    [[nodiscard]] Result<bool> advance(ScreenId id, std::int64_t sequence);

    [[nodiscard]] Result<void> add_shown(ScreenId id, const Shown& shown);
    [[nodiscard]] Result<std::int64_t> shown_seconds(ScreenId id, Date from, Date to);
    /// Newest day first.
    [[nodiscard]] Result<std::vector<Shown>> shown_since(ScreenId id, Date from);
    [[nodiscard]] Result<bool> has_month(ScreenId id, std::string_view month);
    [[nodiscard]] Result<void> keep_month(ScreenId id, std::string_view month, std::int64_t fact);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::channel
