#include "channel/media/outlet.hpp"

#include "channel/media/limits.hpp"
#include "channel/media/permissions.hpp"
#include "channel/media/placement_link.hpp"
#include "channel/sql.hpp"
#include "crypto/public_code.hpp"
#include "net/mail.hpp"
#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

Outlet outlet_from(const database::Row& row)
{
    return {.id = row.id<OutletId>("id"),
            .code = row.string("code"),
            .name = row.string("name"),
            .site = row.string("site"),
            .mail = row.string("mail"),
            .is_active = row.boolean("is_active"),
            .version = row.integer("version")};
}

Result<Outlet> outlet_in(std::optional<Outlet> found)
{
    if (!found) return failure(Failure::not_found, "channel.outlet.not_found");
    return std::move(*found);
}

}  // namespace

Result<Outlet> OutletStore::find(OutletId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::outlet_by_id, outlet_from, id));
    return outlet_in(std::move(found));
}

Result<Outlet> OutletStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found = TRY(m_transaction.maybe_one(sql::outlet_by_code, outlet_from, asked.value_or("")));
    return outlet_in(std::move(found));
}

Result<std::optional<Outlet>> OutletStore::find_named(std::string_view name)
{
    return m_transaction.maybe_one(sql::outlet_by_name, outlet_from, text::fold(name));
}

Result<std::vector<Outlet>> OutletStore::all()
{
    return m_transaction.all(sql::outlets, outlet_from, media_limits::outlets_max);
}

Result<void> OutletStore::insert(Outlet& outlet)
{
    outlet.id = make_id<OutletId>();
    outlet.code = crypto::make_public_code();
    outlet.version = 1;
    return m_transaction.change_one(sql::insert_outlet, outlet.id, outlet.code, outlet.name,
                                    text::fold(outlet.name), outlet.site, outlet.mail);
}

Result<void> OutletStore::save(const Outlet& outlet)
{
    return m_transaction.change_one(sql::save_outlet, outlet.id, outlet.version, outlet.name,
                                    text::fold(outlet.name), outlet.site, outlet.mail,
                                    outlet.is_active);
}

Result<Outlet> add_outlet(Context& context, database::Transaction& transaction,
                          const std::string& name)
{
    OutletStore store{transaction};
    const auto known = TRY(store.all());
    if (known.size() >= static_cast<std::size_t>(media_limits::outlets_max))
        return failure(Failure::too_large, "channel.outlet.too_many", "outlet",
                       {std::to_string(media_limits::outlets_max)});
    Outlet outlet{.name = name};
    TRY(store.insert(outlet));
    TRY(context.record(transaction, "channel.outlet.added", outlet_object, outlet.id.value));
    return outlet;
}

Result<void> change_outlet(Context& context, database::Transaction& transaction,
                           const Outlet& outlet)
{
    TRY(context.require(keep_outlets, ScopeId{}));
    OutletStore store{transaction};
    const auto namesake = TRY(store.find_named(outlet.name));
    if (namesake && namesake->id != outlet.id)
        return failure(Failure::invalid, "channel.outlet.twice", "name");
    if (!outlet.site.empty()) {
        auto checked = check_link(outlet.site);
        if (!checked) {
            checked.error().field = "site";
            return checked;
        }
    }
    if (!outlet.mail.empty() && !net::is_mail_address(outlet.mail))
        return failure(Failure::invalid, "channel.outlet.mail", "mail");
    TRY(store.save(outlet));
    return context.record(transaction, "channel.outlet.changed", outlet_object, outlet.id.value);
}

}  // namespace caicach::channel
