#include "channel/subscription/subscribing.hpp"

#include <utility>

#include "channel/limits.hpp"
#include "channel/subscription/consent.hpp"
#include "channel/subscription/subscriber_store.hpp"
#include "channel/subscription/subscription_links.hpp"
#include "jobs/jobs.hpp"
#include "notification/api.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view forget_job = "channel.forget_unconfirmed";
constexpr std::int64_t hour_seconds = 3'600;

Result<void> write_letter(Context& context, database::Transaction& transaction,
                          const Subscriber& subscriber)
{
    const auto& services = context.services();
    const auto links = TRY(SubscriptionLinks::open(services));
    const auto agency =
        TRY(organisation::agency_by_id(transaction, subscriber.agency, context.today()));
    const auto link = services.site + links.path(SubscriptionLinks::Way::confirm, subscriber.id);
    const auto number = std::to_string(subscriber.id.value) + "/" +
                        std::to_string(subscriber.letter_at.microseconds);
    TRY(notification::send(context, transaction,
                           {.channel = notification::Channel::email,
                            .template_key = "channel.confirm",
                            .address = subscriber.address,
                            .variables = {{"ban_tin", agency.name}, {"lien_ket", link}},
                            .key = "channel.confirm/" + number,
                            .expires_at = context.now() + limits::confirm_seconds}));
    const auto over = context.now() + limits::confirm_seconds + hour_seconds;
    TRY(jobs::enqueue(transaction, forget_job, {},
                      {.now = context.now(),
                       .run_at = over,
                       .key = Date::of(over).iso() + "." +
                              std::to_string(over.microseconds / (hour_seconds * 1'000'000))}));
    return {};
}

/// Who asks a mail server to write to many at once has none of them written to. unavailable
/// "channel.subscription.many": nothing is kept, and it says so.
Result<void> expect_calm(Context& context, SubscriberStore& store)
{
    const auto written =
        TRY(store.letters_since(context.now() + -hour_seconds, limits::letters_per_hour_max));
    if (written >= limits::letters_per_hour_max)
        return failure(Failure::unavailable, "channel.subscription.many");
    return {};
}

Result<void> run_forget_job(Context& context, jobs::JobContext& /*job*/)
{
    auto transaction = TRY(context.begin());
    TRY(SubscriberStore{transaction}.forget_unconfirmed(context.now() + -limits::confirm_seconds));
    return transaction.commit();
}

}  // namespace

bool takes_subscribers(const Services& services)
{
    return services.mail.is_on() && !services.site.empty();
}

Result<void> ask_for_newsletter(Context& context, database::Transaction& transaction,
                                organisation::AgencyId agency, const std::string& address)
{
    SubscriberStore store{transaction};
    const auto now = context.now();
    const auto wording = TRY(consent_on(context.today()));
    TRY(expect_calm(context, store));
    auto found = TRY(store.find(agency, address));
    if (!found) {
        Subscriber subscriber{.agency = agency,
                              .address = address,
                              .wording = wording.number,
                              .asked_at = now,
                              .letters = 1,
                              .letter_at = now};
        TRY(store.insert(subscriber));
        return write_letter(context, transaction, subscriber);
    }
    if (!found->may_be_written_to(now)) return {};
    found->letters = found->letter_at + limits::letters_seconds <= now ? 1 : found->letters + 1;
    found->letter_at = now;
    if (found->state == SubscriberState::waiting) {
        found->asked_at = now;
        found->wording = wording.number;
    }
    TRY(store.save(*found));
    return write_letter(context, transaction, *found);
}

Result<void> confirm_subscription(Context& context, database::Transaction& transaction,
                                  SubscriberId id)
{
    SubscriberStore store{transaction};
    auto subscriber = TRY(store.find(id));
    if (subscriber.state == SubscriberState::confirmed) return {};
    TRY(subscriber.confirm(context.now()));
    TRY(store.save(subscriber));
    return context.record(transaction, "channel.subscription.confirmed", subscriber_object,
                          id.value);
}

Result<void> end_subscription(Context& context, database::Transaction& transaction, SubscriberId id,
                              SubscriberState how)
{
    SubscriberStore store{transaction};
    auto subscriber = TRY(store.find(id));
    if (subscriber.ended_at) return {};
    subscriber.end(how, context.now());
    TRY(store.save(subscriber));
    return context.record(transaction, "channel.subscription.ended", subscriber_object, id.value);
}

Result<void> note_failed_letter(Context& context, database::Transaction& transaction,
                                SubscriberId id, notification::Unreached why)
{
    SubscriberStore store{transaction};
    auto subscriber = TRY(store.find(id));
    if (subscriber.ended_at) return {};
    const auto rule = TRY(bounce_rule_on(why, context.today()));
    subscriber.note_failure(rule, context.now());
    TRY(store.save(subscriber));
    if (!subscriber.ended_at) return {};
    return context.record(transaction, "channel.subscription.ended", subscriber_object, id.value);
}

void add_subscription_jobs(Module& module) { module.job(forget_job, {}, run_forget_job); }

}  // namespace caicach::channel
