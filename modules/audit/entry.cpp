#include "audit/entry.hpp"

#include "audit/api.hpp"
#include "audit/netstring.hpp"
#include "crypto/crypto.hpp"

namespace caicach::audit
{

std::string canonical_bytes(const SealedFields& fields, const SealedBehalf& behalf)
{
    std::string bytes;
    // The first field names the format: whoever adds or removes "on behalf of" changes the hash.
    add_netstring(bytes, behalf.is_own_power() ? "caicach-audit-1" : "caicach-audit-2");
    for (const auto field : fields) add_netstring(bytes, field);
    if (behalf.is_own_power()) return bytes;
    add_netstring(bytes, behalf.account);
    add_netstring(bytes, behalf.name);
    return bytes;
}

std::string canonical_bytes(const Entry& entry)
{
    const auto seq = std::to_string(entry.seq);
    const auto at = to_iso(entry.at);
    const auto account = std::to_string(entry.actor_account.value);
    const auto agency = std::to_string(entry.acting_agency.value);
    const auto object = std::to_string(entry.object_id);
    const auto behalf = std::to_string(entry.on_behalf_of.value);
    return canonical_bytes(
        SealedFields{seq, at, account, entry.actor_name, agency, entry.operating_system_user,
                     entry.request_id, entry.action, entry.object_type, object, entry.detail},
        SealedBehalf{behalf, entry.on_behalf_of_name});
}

std::string hash_of(const Entry& entry)
{
    return crypto::sha256_hex(entry.previous_hash + canonical_bytes(entry));
}

}  // namespace caicach::audit
