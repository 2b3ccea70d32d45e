#include <fmt/core.h>

#include <iterator>

#include "audit/api.hpp"
#include "crypto/crypto.hpp"

namespace caicach::audit
{

namespace
{

void add_netstring(std::string& bytes, std::string_view text)
{
    fmt::format_to(std::back_inserter(bytes), "{}:{},", text.size(), text);
}

void add_number(std::string& bytes, std::int64_t number)
{
    add_netstring(bytes, fmt::format("{}", number));
}

}  // namespace

std::string canonical_bytes(const Entry& entry)
{
    std::string bytes;
    // The first field names this format: another one would begin with another word.
    add_netstring(bytes, "caicach-audit-1");
    add_number(bytes, entry.seq);
    add_netstring(bytes, to_iso(entry.at));
    add_number(bytes, entry.actor_account.value);
    add_netstring(bytes, entry.actor_name);
    add_number(bytes, entry.acting_agency.value);
    add_netstring(bytes, entry.operating_system_user);
    add_netstring(bytes, entry.request_id);
    add_netstring(bytes, entry.action);
    add_netstring(bytes, entry.object_type);
    add_number(bytes, entry.object_id);
    add_netstring(bytes, entry.detail);
    return bytes;
}

std::string hash_of(const Entry& entry)
{
    return crypto::sha256_hex(entry.previous_hash + canonical_bytes(entry));
}

}  // namespace caicach::audit
