#include "audit/entry.hpp"

#include "audit/api.hpp"
#include "audit/netstring.hpp"
#include "crypto/crypto.hpp"

namespace caicach::audit
{

namespace
{

std::string_view format_of(const SealedLater& later)
{
    if (later.has_origin()) return "caicach-audit-3";
    return later.has_behalf() ? "caicach-audit-2" : "caicach-audit-1";
}

}  // namespace

std::string canonical_bytes(const SealedFields& fields, const SealedLater& later)
{
    std::string bytes;
    // The first field names the format: whoever adds or takes away what came later changes the
    // hash.
    add_netstring(bytes, format_of(later));
    for (const auto field : fields) add_netstring(bytes, field);
    if (!later.has_behalf() && !later.has_origin()) return bytes;
    add_netstring(bytes, later.on_behalf_of);
    add_netstring(bytes, later.on_behalf_of_name);
    if (!later.has_origin()) return bytes;
    add_netstring(bytes, later.address);
    add_netstring(bytes, later.session);
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
        SealedLater{behalf, entry.on_behalf_of_name, entry.address, entry.session});
}

std::string hash_of(const Entry& entry)
{
    return crypto::sha256_hex(entry.previous_hash + canonical_bytes(entry));
}

}  // namespace caicach::audit
