#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::crypto
{

/// Argon2id at one cost. A hash names its own cost, so `verify` takes old ones too. Each call takes
/// the memory named and some 0.1 s: run it on a small bounded pool, outside a transaction.
class PasswordHasher
{
public:
    struct Cost {
        std::uint64_t operations{2};
        std::size_t memory_bytes{64U * 1024 * 1024};
    };

    static constexpr std::size_t password_bytes_max = 1024;

    PasswordHasher() : PasswordHasher(Cost{}) {}
    explicit PasswordHasher(Cost cost) : m_cost(cost) {}

    /// "$argon2id$…" for storing. too_large "crypto.password_too_long"; unavailable "base.busy"
    /// when there is no memory.
    [[nodiscard]] Result<std::string> hash(std::string_view password) const;
    [[nodiscard]] bool verify(std::string_view hash, std::string_view password) const;
    /// True when `hash` was made at another cost: hash anew at the next sign-in.
    [[nodiscard]] bool needs_rehash(std::string_view hash) const;

private:
    Cost m_cost;
};

}  // namespace caicach::crypto
