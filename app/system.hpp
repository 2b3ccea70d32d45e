#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/rate_gate.hpp"
#include "audit/api.hpp"
#include "base/configuration.hpp"
#include "database/database.hpp"
#include "database/migration.hpp"
#include "http/router.hpp"
#include "identity/access/identity_authority.hpp"
#include "identity/sessions/session_gate.hpp"
#include "identity/tokens/api_token_gate.hpp"
#include "jobs/worker.hpp"
#include "manifest/module.hpp"
#include "text/message.hpp"

namespace caicach::app
{

/// The whole house put together: database, modules, routes, messages, jobs. Serve, work, every
/// command and the tests' in-process App are made of one of these.
class System
{
public:
    struct Options {
        std::string data_folder{};
        const Clock* clock{};  ///< outlives the system; the machine's where none
    };

    /// Opens (and makes, where missing) the data folder and its database. Does not migrate.
    [[nodiscard]] static Result<std::unique_ptr<System>> open(const Configuration& configuration,
                                                              const Options& options);
    System(const System&) = delete;
    System& operator=(const System&) = delete;
    ~System();

    /// Brings the schema up to date and loads the reference data.
    [[nodiscard]] Result<database::MigrationReport> migrate(
        const database::MigrateOptions& options = {});

    [[nodiscard]] database::Database& database() { return *m_database; }
    [[nodiscard]] const Services& services() const { return m_services; }
    [[nodiscard]] const std::vector<Module>& modules() const { return m_modules; }
    [[nodiscard]] const http::Router& router() const { return *m_router; }
    [[nodiscard]] const text::Messages& messages() const { return m_messages; }
    [[nodiscard]] identity::SessionGate& gate() { return m_gate; }
    [[nodiscard]] identity::ApiTokenGate& token_gate() { return m_token_gate; }
    [[nodiscard]] RateGate& rates() { return m_rates; }
    [[nodiscard]] audit::Readings& readings() { return m_readings; }
    [[nodiscard]] jobs::Worker& worker() { return *m_worker; }
    [[nodiscard]] const Permission* permission(std::string_view key) const;

    /// For what no browser asked for; `name` says which command, as the audit shall read it.
    [[nodiscard]] Context system_context(std::string name) const;

private:
    System(std::unique_ptr<database::Database> database, const Configuration& configuration,
           const Options& options);
    void register_jobs(int threads);

    std::unique_ptr<database::Database> m_database;
    std::vector<Module> m_modules;
    text::Messages m_messages{};
    Events m_events{};
    identity::IdentityAuthority m_authority{};
    identity::SessionGate m_gate;
    identity::ApiTokenGate m_token_gate{m_authority};
    audit::AuditRecorder m_recorder{};
    audit::Readings m_readings{};
    Services m_services{};
    RateGate m_rates;
    std::unique_ptr<http::Router> m_router{};
    std::unique_ptr<jobs::Worker> m_worker{};
};

/// The user of the operating system who started the program.
[[nodiscard]] std::string operating_system_user();

}  // namespace caicach::app
