-- The same work may come as a session and as a volunteer's activity: its hours are counted once, with the session.
ALTER TABLE "programs"."volunteer_activity" ADD COLUMN "in_session" BOOLEAN NOT NULL DEFAULT false;
