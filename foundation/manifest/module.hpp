#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "database/migration.hpp"
#include "http/router.hpp"
#include "jobs/worker.hpp"
#include "manifest/context.hpp"
#include "manifest/personal_data.hpp"

namespace caicach
{

/// A question that `caicach check` asks of the stored data; each problem found is a sentence.
struct Check {
    std::string_view name{};  ///< "plan.search"
    std::string_view text{};
    std::function<Result<std::vector<std::string>>(Context&)> run{};
};

struct RouteOptions {
    http::BodyLimits limits{};
    std::string_view summary{};                 ///< one sentence; OpenAPI shows it for /api
    std::span<const http::QueryField> query{};  ///< constants, for OpenAPI
    std::string_view answer{};                  ///< "PlanList": the schema of its JSON, for OpenAPI
    http::RouteRate rate{http::RouteRate::usual};
    std::string_view scope{};  ///< key of the TokenScope that a token of the API needs here
    /// The audited action of looking at it; the handler tells at whom (Context::note_reading).
    std::string_view reads_personal_data{};
    bool is_posted_by_programs{};  ///< no form of ours: see http::Route
};

/// The shape of a JSON answer of the API; `text` is a JSON Schema that may refer to others as
/// "#/components/schemas/Name".
struct Schema {
    std::string_view name{};
    std::string_view text{};
};

/// What one module brings, told in one place and in plain sight: no registration behind anybody's
/// back.
class Module
{
public:
    /// A job acts as the system account; its Context is made for each run.
    using JobHandler = std::function<Result<void>(Context&, jobs::JobContext&)>;
    struct JobEntry {
        std::string_view kind{};
        jobs::KindLimits limits{};
        JobHandler handler{};
    };

    explicit Module(std::string_view name) : m_name(name) {}

    void get(std::string_view pattern, http::Access access, http::Handler handler,
             RouteOptions options = {});
    void post(std::string_view pattern, http::Access access, http::Handler handler,
              RouteOptions options = {});
    void permission(const Permission& permission) { m_permissions.push_back(&permission); }
    void token_scope(const TokenScope& scope) { m_token_scopes.push_back(scope); }
    void menu(MenuEntry entry) { m_menu.push_back(entry); }
    void job(std::string_view kind, jobs::KindLimits limits, JobHandler handler);
    void check(Check check) { m_checks.push_back(std::move(check)); }
    /// Every action and kind of object that the module records in the audit.
    void audits(AuditedAction action) { m_audited_actions.push_back(action); }
    void audits_about(AuditedKind kind) { m_audited_kinds.push_back(std::move(kind)); }
    /// Everything that the module keeps about people, a section each.
    void personal_data(PersonalDataSection section)
    {
        m_personal_data.push_back(std::move(section));
    }
    void schema(Schema schema) { m_schemas.push_back(schema); }
    void messages(std::string_view po_text) { m_messages.push_back(po_text); }
    void migration(std::string_view name, std::string_view sql)
    {
        m_migrations.push_back({m_name, name, sql});
    }
    template <class Event, class Subscriber>
    void on(Subscriber subscriber)
    {
        m_subscriptions.push_back(
            [subscriber](Events& events) { events.subscribe<Event>(subscriber); });
    }

    [[nodiscard]] std::string_view name() const { return m_name; }
    [[nodiscard]] std::span<const http::Route> routes() const { return m_routes; }
    [[nodiscard]] std::span<const Permission* const> permissions() const { return m_permissions; }
    [[nodiscard]] std::span<const TokenScope> token_scopes() const { return m_token_scopes; }
    [[nodiscard]] std::span<const MenuEntry> menu() const { return m_menu; }
    [[nodiscard]] std::span<const JobEntry> jobs() const { return m_jobs; }
    [[nodiscard]] std::span<const Check> checks() const { return m_checks; }
    [[nodiscard]] std::span<const AuditedAction> audited_actions() const
    {
        return m_audited_actions;
    }
    [[nodiscard]] std::span<const AuditedKind> audited_kinds() const { return m_audited_kinds; }
    [[nodiscard]] std::span<const PersonalDataSection> personal_data() const
    {
        return m_personal_data;
    }
    [[nodiscard]] std::span<const Schema> schemas() const { return m_schemas; }
    [[nodiscard]] std::span<const std::string_view> messages() const { return m_messages; }
    [[nodiscard]] std::span<const database::Migration> migrations() const { return m_migrations; }
    void subscribe_to(Events& events) const
    {
        for (const auto& subscription : m_subscriptions) subscription(events);
    }

private:
    std::string_view m_name;
    std::vector<http::Route> m_routes{};
    std::vector<const Permission*> m_permissions{};
    std::vector<TokenScope> m_token_scopes{};
    std::vector<MenuEntry> m_menu{};
    std::vector<JobEntry> m_jobs{};
    std::vector<Check> m_checks{};
    std::vector<AuditedAction> m_audited_actions{};
    std::vector<AuditedKind> m_audited_kinds{};
    std::vector<PersonalDataSection> m_personal_data{};
    std::vector<Schema> m_schemas{};
    std::vector<std::string_view> m_messages{};
    std::vector<database::Migration> m_migrations{};
    std::vector<std::function<void(Events&)>> m_subscriptions{};
};

}  // namespace caicach
