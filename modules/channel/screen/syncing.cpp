#include "channel/screen/syncing.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "channel/screen/limits.hpp"
#include "channel/screen/playlist_store.hpp"
#include "channel/screen/proof.hpp"
#include "crypto/crypto.hpp"
#include "jobs/jobs.hpp"
#include "json/value.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view fact_job = "channel.record_screen_month";

Result<std::string> hash_of(std::string_view token)
{
    const auto bytes = crypto::bytes_from_base64url(token);
    if (token.size() != screen_limits::token_length || !bytes)
        return failure(Failure::not_found, "channel.screen.player_unknown");
    return crypto::sha256_hex(token);
}

/// Where somebody typed its code in, it is that screen's player from now on; whose token stood
/// there before is nobody's.
Result<std::optional<Screen>> paired(Context& context, const std::string& token_hash)
{
    const auto code = pairing_code_of(token_hash);
    auto transaction = TRY(context.begin());
    ScreenStore store{transaction};
    auto screen = TRY(store.waiting_for(code));
    if (!screen || screen->pairing_until.value_or(Instant{}) <= context.now())
        return std::optional<Screen>{};
    screen->pairing_code.clear();
    screen->pairing_until.reset();
    screen->token_hash = token_hash;
    screen->paired_at = context.now();
    screen->seen_at = context.now();
    screen->sequence = 0;
    screen->showing.clear();
    screen->fault.clear();
    TRY(store.save(*screen));
    TRY(transaction.commit());
    return screen;
}

/// As it is called today: the line of proof outlives it.
Result<std::string> title_of(const Context& context, database::Transaction& transaction,
                             const Screen& screen, std::string_view code)
{
    PlaylistStore store{transaction};
    const auto slide = TRY(store.slide(code));
    if (slide && slide->agency == screen.agency) {
        auto seen = TRY(shown(context, transaction, *slide));
        return seen && !seen->title.empty() ? seen->title : slide->title;
    }
    const auto urgent = TRY(store.maybe_urgent(code));
    if (urgent) return urgent->title;
    return failure(Failure::invalid, "channel.screen.proof");
}

/// A fact is recorded by the house itself: a player is nobody.
Result<void> ask_for_facts(Context& context, database::Transaction& transaction,
                           const Screen& screen, const std::vector<Shown>& proof)
{
    std::set<Date> months;
    for (const auto& one : proof) months.insert(days_of_month(one.day).first);
    ScreenStore store{transaction};
    for (const auto month : months) {
        const auto key = month_of(month);
        const bool is_kept = TRY(store.has_month(screen.id, key));
        if (is_kept) continue;
        const auto days = days_of_month(month);
        const auto seconds = TRY(store.shown_seconds(screen.id, days.first, days.last));
        if (seconds < screen_limits::month_seconds_min) continue;
        const auto payload = json::dump(
            json::Value::object().set("screen", screen.id.value).set("month", month.iso()));
        TRY(jobs::enqueue(transaction, fact_job, payload, {.now = context.now(), .key = payload}));
    }
    return {};
}

Result<void> take_proof(Context& context, database::Transaction& transaction, Screen& screen,
                        const PlayerSays& says)
{
    ScreenStore store{transaction};
    const bool is_new = TRY(store.advance(screen.id, says.sequence));
    if (!is_new) return {};
    screen.sequence = says.sequence;
    auto proof = TRY(read_proof(says.shown));
    TRY(check_proof(transaction, screen, proof, context.now()));
    for (auto& one : proof) {
        one.title = TRY(title_of(context, transaction, screen, one.code));
        TRY(store.add_shown(screen.id, one));
    }
    return ask_for_facts(context, transaction, screen, proof);
}

bool is_to_be_seen(const Screen& screen, const PlayerSays& says, Instant now)
{
    if (!screen.seen_at || screen.fault != says.fault) return true;
    return *screen.seen_at + screen_limits::seen_seconds <= now;
}

Result<void> write_down(Context& context, Screen& screen, const PlayerSays& says)
{
    const bool brings_proof = !says.shown.empty() && says.sequence > screen.sequence;
    const bool is_seen = is_to_be_seen(screen, says, context.now());
    if (!brings_proof && !is_seen) return {};
    auto transaction = TRY(context.begin());
    if (brings_proof) TRY(take_proof(context, transaction, screen, says));
    screen.seen_at = context.now();
    screen.showing = says.showing;
    screen.fault = says.fault;
    TRY(ScreenStore{transaction}.see(screen));
    TRY(transaction.commit());
    if (brings_proof && context.services().wake_worker) context.services().wake_worker();
    return {};
}

Result<std::optional<Screen>> screen_asking(Context& context, const std::string& token_hash)
{
    {
        auto transaction = TRY(context.read());
        auto screen = TRY(ScreenStore{transaction}.of_token(token_hash));
        if (screen) return screen;
        const auto waiting = TRY(ScreenStore{transaction}.waiting_for(pairing_code_of(token_hash)));
        if (!waiting) return screen;
    }
    return paired(context, token_hash);
}

Result<void> record_month(Context& context, jobs::JobContext& job)
{
    const auto payload = TRY(json::parse(job.payload()));
    const ScreenId id{payload["screen"].as_integer()};
    const auto month = Date::from_iso(payload["month"].as_string());
    VERIFY(month);  // ask_for_facts wrote it
    auto transaction = TRY(context.begin());
    ScreenStore store{transaction};
    const bool is_kept = TRY(store.has_month(id, month_of(*month)));
    if (is_kept) return {};
    const auto screen = TRY(store.find(id));
    const auto days = days_of_month(*month);
    const auto& site = context.services().site;
    const evidence::Fact fact{
        .kind = screen_fact,
        .agency = screen.agency,
        .happened_on = std::min(days.last, context.today()),
        .title = "Bảng điện tử “" + screen.text.name + "” chiếu nội dung tháng " +
                 std::to_string(month->month()) + "/" + std::to_string(month->year()),
        .link = site.empty() ? std::string{} : site + "/bang-dien-tu/" + screen.code,
        .source_module = "channel",
        .source_object = screen.id.value};
    const auto recorded = TRY(evidence::record(context, transaction, fact));
    TRY(store.keep_month(id, month_of(*month), recorded.value));
    return transaction.commit();
}

}  // namespace

Result<Screen> screen_of_token(database::Transaction& transaction, std::string_view token)
{
    const auto hash = TRY(hash_of(token));
    auto screen = TRY(ScreenStore{transaction}.of_token(hash));
    if (!screen) return failure(Failure::not_found, "channel.screen.player_unknown");
    return std::move(*screen);
}

Result<PlayerHears> sync(Context& context, const PlayerSays& says)
{
    const auto token_hash = TRY(hash_of(says.token));
    auto screen = TRY(screen_asking(context, token_hash));
    if (!screen) return PlayerHears{.code = pairing_code_of(token_hash)};
    TRY(write_down(context, *screen, says));
    auto transaction = TRY(context.read());
    const auto agency =
        TRY(organisation::agency_by_id(transaction, screen->agency, context.today()));
    const auto program = TRY(program_of(context, transaction, *screen));
    PlayerHears hears{.is_paired = true, .taken = screen->sequence};
    hears.manifest = TRY(manifest_of(context, *screen, agency.name, program));
    hears.is_news = hears.manifest.sha256 != says.known;
    return hears;
}

void add_screen_facts(Module& module) { module.job(fact_job, {}, record_month); }

}  // namespace caicach::channel
