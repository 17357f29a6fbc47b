/** Stories of the whole house, told from outside: over HTTP and Kafka, against the packaged services. */
package groundswell.journeys;
