#include "channel/broadcast/loudspeakers.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "calendar/moment.hpp"
#include "channel/broadcast/air_times.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/sound_drop.hpp"
#include "jobs/jobs.hpp"

namespace caicach::channel
{
namespace
{

namespace fs = std::filesystem;

constexpr std::string_view loudspeakers_job = "channel.loudspeakers";

struct Sound {
    std::string sha256{};
    std::string source{};  ///< empty: its bytes are gone, which `caicach check` tells
};

/// Sounds of the store, each looked up once.
class Sounds
{
public:
    Sounds(const Context& context, database::Transaction& transaction)
        : m_context(context), m_transaction(transaction)
    {
    }

    [[nodiscard]] Result<Sound> find(attachment::AttachmentId id)
    {
        const auto known = m_sounds.find(id.value);
        if (known != m_sounds.end()) return known->second;
        const auto file = TRY(attachment::find(m_transaction, id));
        auto path = attachment::open_path(m_context, file.sha256);
        Sound sound{.sha256 = file.sha256, .source = path ? std::move(*path) : std::string{}};
        m_sounds.emplace(id.value, sound);
        return sound;
    }

private:
    const Context& m_context;
    database::Transaction& m_transaction;
    std::map<std::int64_t, Sound> m_sounds{};
};

Result<std::vector<SoundDrop>> drops_of(Context& context)
{
    auto transaction = TRY(context.read());
    const auto today = context.today();
    const auto agencies = TRY(organisation::agencies_on(transaction, today));
    Sounds sounds{context, transaction};
    std::vector<SoundDrop> drops;
    for (const auto& agency : agencies) {
        const auto times =
            TRY(air_times(context, transaction, agency.id, today, today.plus_days(1)));
        for (const auto& time : times) {
            const auto sound = TRY(sounds.find(time.file));
            if (sound.source.empty()) continue;
            drops.push_back({.agency = agency.slug,
                             .day = time.day,
                             .minute = time.minute,
                             .title = time.title,
                             .seconds = time.seconds,
                             .sha256 = sound.sha256,
                             .source = sound.source});
        }
    }
    return drops;
}

Result<void> come_back_tomorrow(Context& context)
{
    auto transaction = TRY(context.begin());
    const auto tomorrow = context.today().plus_days(1);
    TRY(jobs::enqueue(
        transaction, loudspeakers_job, {},
        {.now = context.now(), .run_at = instant_at(tomorrow, 1), .key = tomorrow.iso()}));
    return transaction.commit();
}

Result<void> run_loudspeakers_job(Context& context, jobs::JobContext& /*job*/)
{
    TRY(come_back_tomorrow(context));
    const auto root = fs::path(context.services().data_folder) / loudspeaker_folder_name;
    std::error_code error;
    if (!fs::is_directory(root, error)) return {};
    const auto drops = TRY(drops_of(context));
    return lay_out(root, drops, context.today());
}

}  // namespace

Result<void> refresh_loudspeakers(Context& context, database::Transaction& transaction)
{
    constexpr std::int64_t second = 1'000'000;
    constexpr std::int64_t span = limits::loudspeakers_seconds;
    // Changes of a few seconds have one job, which begins well behind the last of them.
    const auto number = context.now().microseconds / second / span;
    const Instant after{(number + 2) * span * second};
    TRY(jobs::enqueue(
        transaction, loudspeakers_job, {},
        {.now = context.now(), .run_at = after, .key = "change-" + std::to_string(number)}));
    return {};
}

void add_loudspeakers(Module& module) { module.job(loudspeakers_job, {}, run_loudspeakers_job); }

}  // namespace caicach::channel
