#pragma once
#include <string>
#include <vector>

#include "manifest/context.hpp"

/// What a test needs to call a module without a server: a clock that stands still, somebody who may
/// everything or nothing, and the audit lines as a list to look at.
namespace caicach::testing
{

class FixedClock final : public Clock
{
public:
    explicit FixedClock(Date today);
    [[nodiscard]] Instant now() const override { return m_now; }
    void set_today(Date today);  ///< nine in the morning of that day, in Vietnam

private:
    Instant m_now{};
};

/// Answers the same to every question of a person; who is nobody may nothing.
class FixedAuthority final : public Authority
{
public:
    bool answer{true};
    [[nodiscard]] bool may(const Actor& actor, const Permission&, ScopeId) const override
    {
        return answer && actor.is_signed_in();
    }
    [[nodiscard]] bool may_anywhere(const Actor& actor, const Permission&) const override
    {
        return answer && actor.is_signed_in();
    }
};

/// Remembers what was to be audited: "organisation.agency.created {…}".
class RememberingRecorder final : public Recorder
{
public:
    std::vector<std::string> lines{};
    [[nodiscard]] Result<void> record(database::Transaction& transaction, const Actor& actor,
                                      Instant at, const AuditLine& line) override;
};

/// One desk in one office: hand `desk.context()` to what is tested. Moves nowhere.
class Desk
{
public:
    /// The day of the sample: 15 March 2026.
    explicit Desk(database::Database& database, Date today = *Date::create(2026, 3, 15));
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    ~Desk() = default;

    FixedClock clock;
    FixedAuthority authority{};
    RememberingRecorder recorder{};
    Events events{};
    text::Messages messages{};  ///< empty: add the catalogues that a page under test speaks from

    /// Acts as the system account.
    [[nodiscard]] Context context() const;
    /// Acts as somebody signed in; may what `authority` says.
    [[nodiscard]] Context context_of(ScopeId agency) const;
    [[nodiscard]] Context context_of_nobody() const;

private:
    Services m_services{};
};

}  // namespace caicach::testing
