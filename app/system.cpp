#include "app/system.hpp"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <utility>
#include <variant>

#include "app/dispatcher.hpp"
#include "app/mail_server.hpp"
#include "app/messaging.hpp"
#include "app/modules.hpp"
#include "app/reference.hpp"
#include "app/sign_in_provider.hpp"
#include "evidence/api.hpp"
#include "identity/api.hpp"
#include "once/once.hpp"
#include "organisation/api.hpp"
#include "report/api.hpp"

namespace caicach::app
{
namespace
{

const Clock& machine_clock()
{
    static const SystemClock clock;
    return clock;
}

std::string database_url(const Configuration& configuration, const System::Options& options)
{
    const auto& url = configuration.text("database.url");
    return url.empty() ? "sqlite://" + options.data_folder + "/caicach.db" : url;
}

std::vector<MenuEntry> menu_of(const std::vector<Module>& modules)
{
    std::vector<MenuEntry> menu;
    for (const auto& module : modules) {
        menu.insert(menu.end(), module.menu().begin(), module.menu().end());
    }
    std::ranges::stable_sort(menu, {}, &MenuEntry::order);
    return menu;
}

Result<void> make_folders(const std::string& data_folder)
{
    std::error_code error;
    for (const auto* folder : {"", "/files", "/tmp"}) {
        std::filesystem::create_directories(data_folder + folder, error);
        if (error) {
            return failure(Failure::unavailable, "app.data_folder_unusable", "data",
                           {data_folder, error.message()});
        }
    }
    std::filesystem::permissions(data_folder, std::filesystem::perms::owner_all, error);
    return {};
}

}  // namespace

std::string operating_system_user()
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found);
    return found == nullptr ? std::to_string(geteuid()) : found->pw_name;
}

System::System(std::unique_ptr<database::Database> database, const Configuration& configuration,
               const Options& options)
    : m_database(std::move(database)),
      m_modules(all_modules()),
      m_gate(m_authority, configuration.text("identity.second_factor_roles")),
      m_rates(m_services.rates, static_cast<std::size_t>(configuration.integer("limits.counters")))
{
    for (const auto text : foundation_messages()) MUST(m_messages.add(text));
    for (const auto& module : m_modules) {
        for (const auto text : module.messages()) MUST(m_messages.add(text));
        module.subscribe_to(m_events);
        std::ranges::copy(module.permissions(), std::back_inserter(m_services.permissions));
        std::ranges::copy(module.token_scopes(), std::back_inserter(m_services.token_scopes));
        std::ranges::copy(module.audited_actions(), std::back_inserter(m_services.audited_actions));
        std::ranges::copy(module.audited_kinds(), std::back_inserter(m_services.audited_kinds));
        std::ranges::copy(module.personal_data(), std::back_inserter(m_services.personal_data));
    }
    m_events.subscribe<evidence::OwnPageAsked>(
        [this](Context& /*context*/, database::Transaction& /*transaction*/,
               const evidence::OwnPageAsked& asked) -> Result<void> {
            auto response = Dispatcher{*this}.page_for_visitors(asked.target);
            auto* page = std::get_if<std::string>(&response.body);
            if (page == nullptr || !response.type.starts_with("text/html")) return {};
            asked.status = response.status;
            asked.page = std::move(*page);
            return {};
        });
    m_services.database = m_database.get();
    m_services.clock = options.clock != nullptr ? options.clock : &machine_clock();
    m_services.authority = &m_authority;
    m_services.recorder = &m_recorder;
    m_services.events = &m_events;
    m_services.messages = &m_messages;
    m_services.menu = menu_of(m_modules);
    m_services.wake_worker = [this] { m_worker->wake(); };
    m_services.data_folder = options.data_folder;
    m_services.province_name = configuration.text("province.name");
    m_services.site = configuration.text("province.site");
    m_services.security_contact = configuration.text("province.security_contact");
    m_services.checkpoint_folder = configuration.text("audit.checkpoint_folder");
    m_services.rates = rate_policies(configuration);
    m_services.second_factor_roles = configuration.text("identity.second_factor_roles");
    m_services.virus_scanner = {
        .address = configuration.text("attachment.clamd"),
        .seconds = static_cast<int>(configuration.integer("attachment.clamd_seconds")),
        .takes_unscanned = configuration.text("attachment.clamd_away") == "accept"};
    m_services.is_sample = configuration.boolean("province.sample");
    m_router = std::make_unique<http::Router>(routes_of(m_modules));
    register_jobs(static_cast<int>(configuration.integer("work.threads")));
}

System::~System() { m_worker->stop(); }

Result<std::unique_ptr<System>> System::open(const Configuration& configuration,
                                             const Options& options)
{
    TRY(make_folders(options.data_folder));
    TRY(use_references(options.data_folder));
    auto database = TRY(database::Database::open(
        {.url = database_url(configuration, options),
         .readers = static_cast<int>(configuration.integer("database.readers"))}));
    auto mail = TRY(mail_server_of(configuration));
    auto messaging = TRY(messaging_of(configuration));
    auto provider = TRY(sign_in_provider_of(configuration));
    std::unique_ptr<System> system(new System(std::move(database), configuration, options));
    system->m_services.mail = std::move(mail);
    system->m_services.messaging = std::move(messaging);
    system->m_services.sign_in_provider = std::move(provider);
    return system;
}

void System::register_jobs(int threads)
{
    m_worker = std::make_unique<jobs::Worker>(*m_database, *m_services.clock,
                                              jobs::WorkerOptions{.threads = threads});
    for (const auto& module : m_modules) {
        for (const auto& job : module.jobs()) {
            m_worker->register_kind(
                std::string{job.kind}, job.limits, [this, &job](jobs::JobContext& running) {
                    auto context = system_context("công việc " + std::string{job.kind});
                    return job.handler(context, running);
                });
        }
    }
}

Result<database::MigrationReport> System::migrate(const database::MigrateOptions& options)
{
    std::vector<database::Migration> migrations(jobs::migrations().begin(),
                                                jobs::migrations().end());
    migrations.insert(migrations.end(), once::migrations().begin(), once::migrations().end());
    for (const auto& module : m_modules) {
        migrations.insert(migrations.end(), module.migrations().begin(), module.migrations().end());
    }
    auto report = TRY(database::migrate(*m_database, migrations, *m_services.clock, options));
    if (options.dry_run) return report;
    auto context = system_context("caicach migrate");
    TRY(organisation::load_reference(context));
    TRY(report::load_shipped_forms(context));
    return report;
}

const Permission* System::permission(std::string_view key) const
{
    for (const auto& module : m_modules) {
        const auto found = std::ranges::find(module.permissions(), key,
                                             [](const Permission* held) { return held->key; });
        if (found != module.permissions().end()) return *found;
    }
    return nullptr;
}

Context System::system_context(std::string name) const
{
    return {m_services, identity::system_actor(std::move(name), operating_system_user())};
}

}  // namespace caicach::app
