#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "calendar/date.hpp"
#include "database/database.hpp"
#include "http/rate_policies.hpp"
#include "manifest/actor.hpp"
#include "manifest/messaging.hpp"
#include "manifest/personal_data.hpp"
#include "net/mail.hpp"
#include "text/message.hpp"

namespace caicach
{

class Context;

/// Who may: implemented by identity. Asked about the object's agency, after the object was found.
class Authority
{
public:
    virtual ~Authority() = default;
    [[nodiscard]] virtual bool may(const Actor& actor, const Permission& permission,
                                   ScopeId scope) const = 0;
    /// Whether the actor holds the permission for any agency at all: for menus, never for
    /// protection.
    [[nodiscard]] virtual bool may_anywhere(const Actor& actor,
                                            const Permission& permission) const = 0;
};

/// One line of "who did what": action in the past participle ("plan.item.changed"), object by type
/// and id.
struct AuditLine {
    std::string_view action{};
    std::string_view object_type{};
    std::int64_t object_id{};
    std::string_view detail{};  ///< JSON text, or empty; never personal data
    std::string_view request_id{};
    std::string_view address{};  ///< asked from; empty for work without a browser or program
    std::string_view session{};  ///< the handle of a session; empty where there is none
};

/// What a module writes into the audit, in words for those who read it: "đưa kế hoạch vào thực
/// hiện".
struct AuditedAction {
    std::string_view action{};
    std::string_view text{};
    bool is_reading{};  ///< somebody looked at a person's data; nothing was changed
};

/// Where one thing that an audit line is about is shown.
struct AuditedPage {
    std::string title{};
    std::string path{};
};

/// A kind of thing that audit lines are about.
struct AuditedKind {
    std::string_view object_type{};
    std::string_view text{};  ///< "cơ quan"
    /// Nothing where it has no page (any more); none at all where such things never have one.
    std::function<Result<std::optional<AuditedPage>>(database::Transaction&, std::int64_t object,
                                                     Date today)>
        page{};
};

/// Who did: implemented by audit. Written in the caller's transaction, so that no change lacks its
/// line.
class Recorder
{
public:
    virtual ~Recorder() = default;
    [[nodiscard]] virtual Result<void> record(database::Transaction& transaction,
                                              const Actor& actor, Instant at,
                                              const AuditLine& line) = 0;
};

/// Events go upward: a module tells what happened, those above that care were registered by their
/// manifests. Handlers run in the publisher's transaction; slow work enqueues a job there.
class Events
{
public:
    template <class Event, class Handler>
    void subscribe(Handler handler)
    {
        m_handlers[typeid(Event)].push_back(
            [handler](Context& context, database::Transaction& transaction, const void* event) {
                return handler(context, transaction, *static_cast<const Event*>(event));
            });
    }
    template <class Event>
    [[nodiscard]] Result<void> publish(Context& context, database::Transaction& transaction,
                                       const Event& event) const
    {
        const auto found = m_handlers.find(typeid(Event));
        if (found == m_handlers.end()) return {};
        for (const auto& handler : found->second) TRY(handler(context, transaction, &event));
        return {};
    }

private:
    using Handler = std::function<Result<void>(Context&, database::Transaction&, const void*)>;
    std::unordered_map<std::type_index, std::vector<Handler>> m_handlers{};
};

/// An entry of the menu; shown to those who hold `permission` anywhere (or to everyone without
/// one). It only hides.
struct MenuEntry {
    std::string_view text{};
    std::string_view path{};
    int order{};
    const Permission* permission{};
};

/// Where people may sign in besides a password of ours: an OpenID Connect provider that the
/// operator chose. None while it has no issuer.
struct SignInProvider {
    std::string issuer{};  ///< "https://sso.songlam.gov.vn", letter for letter as it names itself
    std::string client_id{};
    std::string client_secret{};       ///< empty: a public client
    std::string name{};                ///< on the button
    std::vector<std::string> sites{};  ///< where else it answers from
    std::string certificates_file{};   ///< of its authority; empty: those of the system
    bool links_by_email{};             ///< a verified address that is a user name links by itself
    std::vector<std::string> second_factor{};  ///< of `amr` and `acr`: what counts as two factors

    [[nodiscard]] bool is_on() const { return !issuer.empty(); }
};

/// The daemon that looks for viruses in what people bring.
struct VirusScanner {
    std::string address{};   ///< a unix socket's path or a loopback address with port; empty: none
    int seconds{30};         ///< for one file
    bool takes_unscanned{};  ///< while it is away, files are taken in and scanned later
};

/// What the whole process shares. Made once by app/, handed to every Context.
struct Services {
    database::Database* database{};
    const Clock* clock{};
    const Authority* authority{};
    Recorder* recorder{};
    const Events* events{};
    const text::Messages* messages{};
    std::vector<MenuEntry> menu{};                 ///< of all modules, in their order
    std::vector<const Permission*> permissions{};  ///< of all modules
    std::vector<TokenScope> token_scopes{};
    std::vector<AuditedAction> audited_actions{};
    std::vector<AuditedKind> audited_kinds{};
    std::vector<PersonalDataSection> personal_data{};
    std::function<void()> wake_worker{};  ///< after enqueueing: the jobs run soon, not in a second
    std::string data_folder{};            ///< database and files; see `caicach --data`
    std::string province_name{};          ///< "tỉnh Sông Lam", for page heads
    /// Where the world finds the pages, "https://cchc.songlam.gov.vn"; empty while nobody said.
    std::string site{};
    std::string security_contact{};   ///< "mailto:…" or "https://…", for security.txt; may be empty
    std::string checkpoint_folder{};  ///< off the machine, for audit's checkpoints; empty: none
    net::MailServer mail{};           ///< off where the operator named none
    Messaging messaging{};            ///< what else sends messages, and how much
    http::RatePolicies rates{};       ///< who may ask how often
    /// Roles that sign in with a second factor, for identity: "all", "none", or their keys.
    std::string second_factor_roles{"all"};
    SignInProvider sign_in_provider{};
    VirusScanner virus_scanner{};
    bool is_sample{};  ///< the sample province: one-time sign-in links are shown at start
};

/// Somebody's data that the answer of this request shows to who asked.
struct Reading {
    std::string object_type{};  ///< as in the audit: "account"
    std::int64_t object_id{};
};

/// Where a request came from; empty for jobs and commands.
struct Origin {
    std::string address{};  ///< of the browser or program, past our proxies
    std::string session{};  ///< names the session in lists and in the audit; opens nothing
};

/// What a page of this request shows around its content, besides the actor and the menu.
struct Surroundings {
    std::string path{};       ///< of the page asked for
    std::string csrf{};       ///< what its forms send back; empty where nobody is signed in
    std::string flash_key{};  ///< the message that the last POST left
    /// The ways in which the person may act; empty where there is but one.
    std::vector<Capacity> capacities{};
};

/// One operation by one actor: what a handler, a job or a command may use of the outside world. No
/// handler asks the clock, opens a connection or reads a global; everything comes through here.
class Context
{
public:
    Context(const Services& services, Actor actor, std::string request_id = {});

    [[nodiscard]] const Actor& actor() const { return m_actor; }
    [[nodiscard]] Date today() const { return Date::of(now()); }
    [[nodiscard]] Instant now() const;
    [[nodiscard]] const std::string& request_id() const { return m_request_id; }
    [[nodiscard]] const Services& services() const { return m_services; }
    [[nodiscard]] const Surroundings& surroundings() const { return m_surroundings; }
    void set_surroundings(Surroundings surroundings) { m_surroundings = std::move(surroundings); }
    [[nodiscard]] const Origin& origin() const { return m_origin; }
    void set_origin(Origin origin) { m_origin = std::move(origin); }

    /// A failure in words for people: what is wrong and what to do.
    [[nodiscard]] std::string message(const Error& error) const;
    [[nodiscard]] std::string message(std::string_view key) const;

    /// A transaction that may write; commit it last. `read` is a snapshot that cannot write.
    [[nodiscard]] Result<database::Transaction> begin();
    [[nodiscard]] Result<database::Transaction> read();

    /// forbidden (or unauthenticated for nobody) unless the actor holds `permission` for the agency
    /// `scope`.
    [[nodiscard]] Result<void> require(const Permission& permission, ScopeId scope) const;
    [[nodiscard]] bool may(const Permission& permission, ScopeId scope) const;
    [[nodiscard]] bool may_anywhere(const Permission& permission) const;

    [[nodiscard]] Result<void> record(database::Transaction& transaction, std::string_view action,
                                      std::string_view object_type, std::int64_t object_id,
                                      std::string_view detail = {});
    /// The same in the name of somebody else than who asks: of those who just proved who they are.
    [[nodiscard]] Result<void> record_as(const Actor& actor, database::Transaction& transaction,
                                         std::string_view action, std::string_view object_type,
                                         std::int64_t object_id, std::string_view detail = {});
    /// That the answer shows data of this person. The route must say so too
    /// (RouteOptions::reads_personal_data); app/ writes the lines before the answer leaves.
    void note_reading(std::string_view object_type, std::int64_t object_id)
    {
        m_readings.push_back({std::string{object_type}, object_id});
    }
    [[nodiscard]] const std::vector<Reading>& readings() const { return m_readings; }
    template <class Event>
    [[nodiscard]] Result<void> publish(database::Transaction& transaction, const Event& event)
    {
        return m_services.events->publish(*this, transaction, event);
    }

private:
    const Services& m_services;
    Actor m_actor;
    std::string m_request_id;
    Surroundings m_surroundings{};
    Origin m_origin{};
    std::vector<Reading> m_readings{};
};

}  // namespace caicach
