#pragma once
#include <cstdint>

#include "manifest/context.hpp"
#include "notification/message.hpp"

/// What channels that cost money may cost in a day. Kept as a sum in the transaction that takes a
/// message to send it; where no bound was named, or no price to reckon with, nothing is sent.
namespace caicach::notification
{

class Budget
{
public:
    /// That of today. `daily_max` is 0 where none was named.
    [[nodiscard]] static Result<Budget> load(Context& context, database::Transaction& transaction,
                                             Channel channel);

    [[nodiscard]] bool is_free() const { return m_is_free; }
    [[nodiscard]] bool has_bound() const { return m_is_free || (m_max > 0 && m_price > 0); }
    [[nodiscard]] std::int64_t spent() const { return m_spent + m_reserved; }
    [[nodiscard]] std::int64_t daily_max() const { return m_max; }
    /// Whether the message can be paid for; then it is.
    [[nodiscard]] bool pay(const Message& message);
    /// Writes down what was paid.
    [[nodiscard]] Result<void> save(Context& context, database::Transaction& transaction) const;

private:
    Channel m_channel{};
    bool m_is_free{true};
    std::int64_t m_price{};
    std::int64_t m_max{};
    std::int64_t m_spent{};
    std::int64_t m_reserved{};
};

}  // namespace caicach::notification
