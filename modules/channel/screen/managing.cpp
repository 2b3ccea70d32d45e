#include "channel/screen/managing.hpp"

#include <utility>

#include "channel/screen/limits.hpp"
#include "channel/screen/permissions.hpp"
#include "channel/screen/screen_store.hpp"
#include "crypto/public_code.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"

namespace caicach::channel
{
namespace
{

Result<void> require_managing(const Context& context, organisation::AgencyId agency)
{
    return context.require(manage_screens, organisation::scope_of(agency));
}

Result<void> require_in_use(const Context& context, const Screen& screen)
{
    TRY(require_managing(context, screen.agency));
    if (screen.retired_at) return failure(Failure::conflict, "channel.screen.retired");
    return {};
}

json::Value said_of(const Screen& screen)
{
    return json::Value::object()
        .set("name", screen.text.name)
        .set("place", screen.text.place)
        .set("portrait", screen.text.is_portrait)
        .set("side", screen.text.has_side)
        .set("ticker", screen.text.has_ticker);
}

void unpair(Screen& screen)
{
    screen.pairing_code.clear();
    screen.pairing_until.reset();
    screen.token_hash.clear();
    screen.paired_at.reset();
    screen.showing.clear();
    screen.fault.clear();
}

}  // namespace

Result<Screen> register_screen(Context& context, database::Transaction& transaction,
                               organisation::AgencyId agency, const ScreenText& text)
{
    TRY(require_managing(context, agency));
    ScreenStore store{transaction};
    const auto there = TRY(store.of_agency(agency));
    if (there.size() >= static_cast<std::size_t>(screen_limits::screens_max))
        return failure(Failure::too_large, "channel.screen.too_many", "name",
                       {std::to_string(screen_limits::screens_max)});
    Screen screen{.agency = agency, .text = text, .made_at = context.now()};
    TRY(store.insert(screen));
    TRY(context.record(transaction, "channel.screen.registered", screen_object, screen.id.value,
                       beginning_detail(said_of(screen))));
    return screen;
}

Result<void> change_screen(Context& context, database::Transaction& transaction, Screen screen,
                           const ScreenText& text)
{
    TRY(require_in_use(context, screen));
    const auto before = said_of(screen);
    screen.text = text;
    TRY(ScreenStore{transaction}.save(screen));
    return context.record(transaction, "channel.screen.changed", screen_object, screen.id.value,
                          change_detail(before, said_of(screen)));
}

Result<void> await_player(Context& context, database::Transaction& transaction, Screen screen,
                          std::string_view code)
{
    TRY(require_in_use(context, screen));
    const auto parsed = crypto::parse_public_code(code);
    if (!parsed) return failure(Failure::invalid, "channel.screen.code", "code");
    ScreenStore store{transaction};
    auto other = TRY(store.waiting_for(*parsed));
    if (other && other->id != screen.id) {
        if (context.now() < other->pairing_until.value_or(Instant{}))
            return failure(Failure::invalid, "channel.screen.code_taken", "code");
        other->pairing_code.clear();
        other->pairing_until.reset();
        TRY(store.save(*other));
    }
    screen.pairing_code = *parsed;
    screen.pairing_until = context.now() + screen_limits::pairing_seconds;
    TRY(store.save(screen));
    return context.record(transaction, "channel.screen.paired", screen_object, screen.id.value);
}

Result<void> revoke_player(Context& context, database::Transaction& transaction, Screen screen)
{
    TRY(require_in_use(context, screen));
    unpair(screen);
    TRY(ScreenStore{transaction}.save(screen));
    return context.record(transaction, "channel.screen.revoked", screen_object, screen.id.value);
}

Result<void> retire_screen(Context& context, database::Transaction& transaction, Screen screen)
{
    TRY(require_in_use(context, screen));
    unpair(screen);
    screen.retired_at = context.now();
    TRY(ScreenStore{transaction}.save(screen));
    return context.record(transaction, "channel.screen.retired", screen_object, screen.id.value,
                          ending_detail(said_of(screen)));
}

}  // namespace caicach::channel
